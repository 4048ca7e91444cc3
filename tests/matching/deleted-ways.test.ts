/** A region deletes one way of asking: there it no longer means its entry; everywhere else nothing has changed. */
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, type LocalWays, type Matcher, type Part, readModel } from '../../bot/matching/index.ts';

const edition = loadEdition('knowledge');
let matcher: Matcher;
beforeAll(() => {
  matcher = createMatcher(edition, readModel('knowledge'));
});

const WAY = '转移收不收手续费';
const ENTRY = 'fee';
const deleting = (text: string, more: Partial<LocalWays> = {}): LocalWays => ({
  added: [],
  hidden: new Set(),
  hiddenWays: [{ entry: ENTRY, text }],
  ...more,
});
const ask = (message: string, local?: LocalWays): Part => {
  const [part] = matcher.match(message, local).parts;
  if (!part) throw new Error('a match has a part');
  return part;
};
const names = ({ entry, choices, candidates }: Part) => [entry, ...choices, ...candidates.map((one) => one.entry)];

describe('A way of asking that a region has deleted', () => {
  it('stands in the edition, or this file proves nothing', () => {
    expect(edition.asked).toContainEqual(expect.objectContaining({ of: ENTRY, text: WAY }));
    expect(ask(WAY).candidates[0]).toMatchObject({ entry: ENTRY, nearest: WAY });
  });

  it('does not mean its entry when asked to the letter: it is neither answered nor offered', () => {
    expect(names(ask(WAY, deleting(WAY)))).not.toContain(ENTRY);
  });

  it.each(['转移收不收手续费？', '轉移收不收手續費', ' 转移，收不收手续费'])('is the same written as %s', (written) => {
    expect(names(ask(written, deleting(WAY)))).not.toContain(ENTRY);
    expect(names(ask(WAY, deleting(written)))).not.toContain(ENTRY);
  });

  it('is not the nearest way of a message that is like it, which its entry answers by its other ways', () => {
    const like = '请问转移收不收手续费呀';
    expect(ask(like).candidates[0]).toMatchObject({ entry: ENTRY, nearest: WAY });
    const there = ask(like, deleting(WAY));
    expect(there.entry).toBe(ENTRY);
    expect(there.candidates.map(({ nearest }) => nearest)).not.toContain(WAY);
  });

  it('gives no vote: deleting every near way leaves the entry none', () => {
    const all = edition.asked.filter(({ of }) => of === ENTRY).map(({ text }) => ({ entry: ENTRY, text }));
    const { candidates } = ask('请问转移收不收手续费呀', deleting(WAY, { hiddenWays: all }));
    expect(candidates.find(({ entry }) => entry === ENTRY)?.evidence).toMatchObject({ votes: 0, likeness: 0 });
  });

  it('means the entry that the region gives it to', () => {
    const given = deleting(WAY, { added: [{ entry: 'materials', text: WAY }] });
    expect(ask(WAY, given)).toMatchObject({ entry: 'materials', confidence: expect.closeTo(0.97, 1) });
  });

  it('changes nothing without the region, before and after', () => {
    const before = matcher.match(WAY);
    matcher.match(WAY, deleting(WAY));
    expect(matcher.match(WAY)).toEqual(before);
  });

  it('changes nothing in the region for messages that come near none of its words', () => {
    const message = '养老保险能退保吗';
    expect(matcher.match(message, deleting(WAY))).toEqual(matcher.match(message));
  });

  it('makes no other entry sure of itself: what came second is asked back, seldom answered', () => {
    const sample = edition.asked.filter(({ kind }, n) => kind === 'entry' && n % 101 === 0);
    const parts = sample.map(({ of, text }) => ({
      of,
      part: ask(text, { added: [], hidden: new Set(), hiddenWays: [{ entry: of, text }] }),
    }));
    for (const { of, part } of parts) expect(names(part)).not.toContain(of);
    const answered = parts.filter(({ part }) => part.outcome === 'answer').length;
    expect(answered).toBeLessThan(sample.length * 0.05);
  });
});
