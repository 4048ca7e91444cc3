/**
 * Sets of a given size out of the edition's ways of asking its entries: fewer of them, spread evenly over entries and
 * within each, or all of them and variations. Each keeps the entry that it asks for.
 */
import type { Asked, Edition } from '../../bot/knowledge/index.ts';
import { createRandom } from './random.ts';
import { spread } from './spread.ts';
import { createVaryQuestion } from './vary-question.ts';

/** Tries for a variation that isn't there yet, before a question is passed over. */
const TRIES = 6;

export type MakeSet = (size: number) => Asked[];

export function createMakeSet(edition: Edition): MakeSet {
  const own = edition.asked.filter(({ kind }) => kind === 'entry');
  const vary = createVaryQuestion(edition);
  return (size) => (size <= own.length ? sample(own, size) : fillUp(own, size, vary));
}

/** Entries in turn; within an entry all over its list, so that every voice and style has its part, also in small sets. */
function sample(own: readonly Asked[], size: number): Asked[] {
  const lists = [...Map.groupBy(own, ({ of }) => of).values()].map((list, n) => spread(list, n));
  const rounds = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? []))
    .flat()
    .slice(0, size);
}

function fillUp(own: readonly Asked[], size: number, vary: ReturnType<typeof createVaryQuestion>): Asked[] {
  const random = createRandom(100);
  const texts = new Set(own.map(({ text }) => text));
  const all = [...own];
  for (let n = 0; all.length < size; n += 1) {
    const way = own[n % own.length];
    if (!way) break;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const text = vary(way, random);
      if (texts.has(text)) continue;
      texts.add(text);
      all.push({ ...way, text });
      break;
    }
  }
  return all;
}
