/** What says the same stands in one group, whoever wrote it and however; what doesn't, stands apart. */
import path from 'node:path';
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher } from '../../bot/matching/index.ts';
import { type AskedQuestion, findSuggestion, makeSuggestions } from '../../bot/suggestions/index.ts';

const edition = loadEdition(path.resolve('tests/fixtures/small-edition'));
const source = { edition, matcher: createMatcher(edition) };

const asked = (text: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  text,
  at: '2026-05-01T08:00:00.000Z',
  language: 'zh-CN',
  region: '',
  records: [{ id: text }],
  ...more,
});
const suggest = (...questions: AskedQuestion[]) => makeSuggestions(questions, source);
const groupsOf = (...texts: string[]) =>
  suggest(...texts.map((text) => asked(text))).map(({ phrasings }) => phrasings.map(({ text }) => text).sort());

describe('One group', () => {
  it.each([
    ['another number', '断交3年还算不算', '断交十五年还算不算'],
    ['another place', '从广东走了还能接着缴吗', '从郑州走了还能接着缴吗'],
    ['filler words', '请问断交三年还算不算', '断交三年还算不算'],
    ['another word at the end', '断交三年还作数吗', '断交三年还作数不'],
    [
      'another English word',
      'my boss did not pay for three years, does it count',
      'boss did not pay for 3 years, does it count',
    ],
  ])('holds %s', (_what, one, other) => {
    expect(groupsOf(one, other)).toEqual([[one, other].sort()]);
  });

  it.each([
    ['another question', '断交三年还算不算', '丢了社保卡去哪补'],
    ['its denial', '我想退保', '我不想退保'],
    ['another question about the same thing', '社保卡丢了去哪补', '社保卡上的钱怎么取'],
  ])('does not hold %s', (_what, one, other) => {
    expect(groupsOf(one, other)).toHaveLength(2);
  });

  it.each([
    ['punctuation, width and case', '断交3年，还算不算 OK？', '断交３年还算不算ok'],
    ['繁體 and 简体', '斷交三年還算不算', '断交三年还算不算'],
  ])('counts words that differ in %s as one phrasing', (_what, one, other) => {
    expect(suggest(asked(one), asked(other)).map(({ phrasings }) => phrasings.map(({ count }) => count))).toEqual([
      [2],
    ]);
  });

  it('keeps a message of signs apart from all others', () => {
    expect(groupsOf('？？？', '断交三年还算不算', '!!!')).toHaveLength(3);
  });
});

describe('A suggestion', () => {
  const group = [
    asked('断交三年还作数吗', { at: '2026-05-01T08:00:00.000Z', region: 'guangdong' }),
    asked('断交三年还作数不', { at: '2026-05-03T08:00:00.000Z', region: 'guangdong', unhelped: 'years' }),
    asked('断交三年还作数不', { at: '2026-05-02T08:00:00.000Z', region: 'henan', language: 'zh-Hant' }),
  ];

  it('says how often, when, where, in which languages, and in which words it was asked', () => {
    const [suggestion] = suggest(...group);
    expect(suggestion).toMatchObject({
      count: 3,
      unhelped: 1,
      first: '2026-05-01T08:00:00.000Z',
      last: '2026-05-03T08:00:00.000Z',
      languages: [
        { name: 'zh-CN', count: 2 },
        { name: 'zh-Hant', count: 1 },
      ],
      regions: [
        { name: 'guangdong', count: 2 },
        { name: 'henan', count: 1 },
      ],
      phrasings: [
        { text: '断交三年还作数不', count: 2 },
        { text: '断交三年还作数吗', count: 1 },
      ],
    });
  });

  it('begins with words that can be taken over, before masked ones that were asked more often', () => {
    const [suggestion] = suggest(
      asked('断交三年还作数吗〔电话〕'),
      asked('断交三年还作数吗〔电话〕'),
      asked('断交三年还作数吗'),
    );
    expect(suggestion?.phrasings.map(({ text }) => text)).toEqual(['断交三年还作数吗', '断交三年还作数吗〔电话〕']);
  });

  it('is the same whatever the order in which the questions come', () => {
    const strip = (list: ReturnType<typeof suggest>) => list.map(({ questions: _, ...shown }) => shown);
    const all = [...group, asked('丢了社保卡去哪补'), asked('社保卡丢了去哪补'), asked('要交够几年呢')];
    expect(strip(suggest(...all.toReversed()))).toEqual(strip(suggest(...all)));
  });

  it('is found by any of its phrasings, also after another one became the first', () => {
    const [before] = suggest(group[0] ?? asked(''));
    const after = suggest(...group);
    expect(after[0]?.id).not.toBe(before?.id);
    expect(findSuggestion(after, before?.id ?? '')).toBe(after[0]);
    expect(findSuggestion(after, 'ffffff')).toBeUndefined();
  });

  it('comes before those asked less often', () => {
    expect(suggest(asked('丢了社保卡去哪补'), ...group).map(({ count }) => count)).toEqual([3, 1]);
  });
});
