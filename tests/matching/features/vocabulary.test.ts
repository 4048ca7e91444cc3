/** The open table finds every feature and no other, like a Map. */
import fc from 'fast-check';
import { Vocabulary } from '../../../bot/matching/features/vocabulary.ts';

describe('The vocabulary', () => {
  it('agrees with a Map on known and unknown features', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 300 }), fc.array(fc.integer()), (known, others) => {
        const vocabulary = new Vocabulary(known);
        const map = new Map(known.map((hash, n) => [hash, n]));
        for (const hash of [...known, ...others]) expect(vocabulary.find(hash)).toBe(map.get(hash) ?? -1);
      }),
    );
  });
});
