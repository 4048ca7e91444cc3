/** A fixed series of numbers in place of chance: two runs measure the same questions. */

export interface Random {
  /** 0 ≤ n < below */
  integer(below: number): number;
  pick<T>(list: readonly T[]): T | undefined;
}

/** mulberry32: small, quick, the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed;
  const integer = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return { integer, pick: (list) => list[integer(list.length)] };
}
