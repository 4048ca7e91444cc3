/** The index finds what a slow, obvious comparison of every way with the message finds. */
import fc from 'fast-check';
import type { Features } from '../../../bot/matching/features/extract-features.ts';
import { NEAREST } from '../../../bot/matching/settings.ts';
import { WayFeatures } from '../../../bot/matching/ways/way-features.ts';
import { WaysIndex } from '../../../bot/matching/ways/ways-index.ts';

/** A text as a handful of made-up features: the index knows nothing of language. */
const text = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  .map((hashes): Features => ({ hashes, kinds: hashes.map(() => 1), script: 'chinese' }));

/** Cosine by the definition, over all ways, features weighted by rarity. */
function slowly(ways: readonly Features[], message: Features): { way: number; likeness: number }[] {
  const rarity = (hash: number) => {
    const count = ways.filter((way) => way.hashes.includes(hash)).length;
    return count === 0 ? 0 : Math.log(1 + ways.length / count) ** NEAREST.rarityPower;
  };
  const length = (features: Features) => Math.sqrt(features.hashes.reduce((sum, hash) => sum + rarity(hash) ** 2, 0));
  return ways
    .map((way, n) => {
      const shared = message.hashes.filter((hash) => way.hashes.includes(hash));
      const product = shared.reduce((sum, hash) => sum + rarity(hash) ** 2, 0);
      return { way: n, likeness: product === 0 ? 0 : product / length(way) / length(message) };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
}

describe('The index of ways of asking', () => {
  it('gives the same likeness, best first, as comparing with every way', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), text, (ways, message) => {
        const index = new WaysIndex(new WayFeatures(ways), () => true);
        const quick = index.nearest(message, 5).map(({ likeness }) => likeness);
        const slow = slowly(ways, message).slice(0, 5);
        expect(quick.length).toBe(slow.length);
        for (const [n, likeness] of quick.entries()) expect(likeness).toBeCloseTo(slow[n]?.likeness ?? 0, 4);
      }),
    );
  });

  it('answers a question the same however often and in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 20 }), text, text, (ways, one, other) => {
        const index = new WaysIndex(new WayFeatures(ways), () => true);
        const first = index.nearest(one, 3);
        index.nearest(other, 3);
        expect(index.nearest(one, 3)).toEqual(first);
      }),
    );
  });

  it('passes over ways that are refused', () => {
    const ways: Features[] = [1, 2, 3].map((n) => ({ hashes: [7, n], kinds: [1, 1], script: 'chinese' }));
    const index = new WaysIndex(new WayFeatures(ways), () => true);
    const message: Features = { hashes: [7, 1], kinds: [1, 1], script: 'chinese' };
    expect(index.nearest(message, 3).map(({ way }) => way)).toEqual([0, 1, 2]);
    expect(index.nearest(message, 3, (way) => way !== 0).map(({ way }) => way)).toEqual([1, 2]);
  });

  it('knows words that no way of asking ours has', () => {
    const ways: Features[] = [
      { hashes: [1, 2], kinds: [1, 1], script: 'chinese' },
      { hashes: [3, 4], kinds: [1, 1], script: 'chinese' },
    ];
    const index = new WaysIndex(new WayFeatures(ways), (way) => way === 0);
    expect(index.foreignness({ hashes: [1, 2], kinds: [1, 1], script: 'chinese' })).toBe(0);
    expect(index.foreignness({ hashes: [1, 3], kinds: [1, 1], script: 'chinese' })).toBe(0.5);
    expect(index.foreignness({ hashes: [3, 9], kinds: [1, 1], script: 'chinese' })).toBe(1);
  });
});
