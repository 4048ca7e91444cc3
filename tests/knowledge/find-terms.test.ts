/** Where terms stand in a text: the longest, whole words in Latin letters, nothing that only looks like one. */
import { createTermFinder, type WrittenTerm } from '../../bot/knowledge/index.ts';

const term = (id: string, spellings: string[], unlike: string[] = []): WrittenTerm => ({ id, spellings, unlike });
const found = (terms: WrittenTerm[], text: string) => createTermFinder(terms)(text).map(({ id, words }) => [id, words]);

describe('Terms in a text', () => {
  it('are found where they stand, each time', () => {
    expect(createTermFinder([term('letter', ['联系函'])])('收到联系函，再发联系函')).toEqual([
      { id: 'letter', at: 2, words: '联系函' },
      { id: 'letter', at: 8, words: '联系函' },
    ]);
  });

  it('are the longest that fit, the second time as well', () => {
    const terms = [term('account', ['账户']), term('temporary', ['临时缴费账户'])];
    expect(found(terms, '临时缴费账户、临时缴费账户和账户').map(([id]) => id)).toEqual([
      'temporary',
      'temporary',
      'account',
    ]);
  });

  it('are whole words in Latin letters, in any case, one or several', () => {
    const terms = [term('base', ['base']), term('agency', ['agency', 'agencies'])];
    expect(found(terms, 'Bases, a database, basement; the Agency and agencies')).toEqual([
      ['base', 'Bases'],
      ['agency', 'Agency'],
      ['agency', 'agencies'],
    ]);
  });

  it('are no part of a phrase that means something else', () => {
    expect(found([term('relation', ['关系'], ['没有关系'])], '这没有关系，关系还在')).toEqual([['relation', '关系']]);
  });

  it('may hold an apostrophe and a sign that means something to a pattern', () => {
    expect(found([term('scheme', ["residents' scheme"])], "the residents' scheme")).toHaveLength(1);
    expect(found([term('odd', ['(a+b)'])], 'x (a+b) y')).toHaveLength(1);
  });

  it('are none where the glossary is empty', () => expect(found([], '联系函')).toEqual([]));
});
