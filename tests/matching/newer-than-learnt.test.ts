/** An edition that has changed since it was learnt from: what is new is found by its ways of asking, what is gone is gone. */
import { type Asked, type Edition, loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, type MatchingModel, readModel } from '../../bot/matching/index.ts';

const edition = loadEdition('knowledge');
const model = readModel('knowledge') as MatchingModel;

const NEW_WAYS = ['社保大厅的食堂几点开饭', '办社保的地方有饭吃吗', '社保局食堂在几楼'];
const asked = NEW_WAYS.map(
  (text): Asked => ({
    kind: 'entry',
    of: 'canteen',
    voice: 'someone',
    style: 'plain',
    language: 'zh-CN',
    text,
  }),
);
const fee = edition.entries.get('fee');
if (!fee) throw new Error('the edition speaks of fees');
const withCanteen: Edition = {
  ...edition,
  entries: new Map([...edition.entries, ['canteen', { ...fee, id: 'canteen' }]]),
  asked: [...edition.asked, ...asked],
};
const withoutFee: Edition = {
  ...edition,
  entries: new Map([...edition.entries].filter(([id]) => id !== 'fee')),
  asked: edition.asked.filter(({ of }) => of !== 'fee'),
};
const matchers = new Map([edition, withCanteen, withoutFee].map((given) => [given, createMatcher(given, model)]));
const ask = (given: Edition, message: string) => matchers.get(given)?.match(message).parts ?? [];

describe('An entry newer than what was learnt', () => {
  it('answers to the letter of its ways of asking', () => {
    for (const text of NEW_WAYS)
      expect(ask(withCanteen, text)).toMatchObject([{ outcome: 'answer', entry: 'canteen' }]);
  });

  it('answers or is offered in other words', () =>
    expect(ask(withCanteen, '请问社保局的食堂几点开饭')[0]?.candidates[0]?.entry).toBe('canteen'));

  it('changes nothing for a question of something else', () => {
    const text = '转移要收手续费吗';
    expect(ask(withCanteen, text)[0]?.entry).toBe(ask(edition, text)[0]?.entry);
  });
});

describe('An entry that is no more', () => {
  it('is neither answered nor offered', () => {
    for (const text of [
      '转移要收手续费吗',
      '办转移会从我账户里扣手续费吗',
      'How much does it cost to transfer my pension?',
    ]) {
      const [part] = ask(withoutFee, text);
      expect([
        part?.entry,
        ...(part?.choices ?? []),
        ...(part?.candidates ?? []).map(({ entry }) => entry),
      ]).not.toContain('fee');
    }
  });
});
