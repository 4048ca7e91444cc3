/**
 * A list in an order whose every beginning stands for the whole: golden-ratio steps (Weyl's equidistribution). Question
 * files and ways of asking are written entry by entry; who stops early must not have seen the first entries only.
 */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** @param turn another number, another beginning */
export function spread<T>(list: readonly T[], turn = 0): T[] {
  return list
    .map((item, n) => ({ item, at: ((n + turn) * GOLDEN) % 1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
