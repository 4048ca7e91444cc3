/** States of talks that could not be written: the last value of each, so that the talk goes on as if they had been. */
import type { Storage, StoreItems } from 'botbuilder';

export interface HeldStates {
  readonly hold: (changes: StoreItems) => void;
  readonly holdDeleted: (keys: readonly string[]) => void;
  readonly has: (key: string) => boolean;
  /** A copy: what a turn does with it must not change what is held. Undefined for a deleted one. */
  readonly read: (key: string) => object | undefined;
  readonly size: () => number;
  readonly lost: () => number;
  /** Writes them all, also those that come while it is at it. */
  readonly drain: (target: Storage) => Promise<void>;
}

/** @param most states held; beyond that the one untouched for longest is given up */
export function createHeldStates(most: number): HeldStates {
  const states = new Map<string, object | undefined>();
  let lost = 0;

  function put(key: string, value: object | undefined): void {
    states.delete(key);
    states.set(key, value);
    if (states.size <= most) return;
    const [oldest] = states.keys();
    if (oldest !== undefined) states.delete(oldest);
    lost += 1;
  }

  async function drain(target: Storage): Promise<void> {
    for (const [key, value] of [...states]) {
      // Whatever stands there is older than what is held.
      await (value === undefined ? target.delete([key]) : target.write({ [key]: { ...value, eTag: '*' } }));
      if (states.get(key) === value) states.delete(key);
    }
    if (states.size > 0) await drain(target);
  }

  return {
    hold: (changes) => {
      for (const [key, value] of Object.entries(changes)) put(key, structuredClone(value));
    },
    holdDeleted: (keys) => {
      for (const key of keys) put(key, undefined);
    },
    has: (key) => states.has(key),
    read: (key) => structuredClone(states.get(key)),
    size: () => states.size,
    lost: () => lost,
    drain,
  };
}
