/** The edition for these tests: the real one; while an entry is being edited, its parameters, sources and regions alone. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Edition, readEdition } from '../../bot/knowledge/index.ts';

export function loadTestEdition(): Edition {
  const { edition } = readEdition('knowledge');
  if (edition) return edition;
  const read = (name: string) => parse(readFileSync(`knowledge/${name}.yaml`, 'utf8'), { schema: 'failsafe' }) as never;
  const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  const numbers = (key: string, value: unknown) =>
    key === 'value' && typeof value === 'string' && /^[\d.]+$/.test(value) ? Number(value) : value;
  const revive = <T>(value: T): T => JSON.parse(JSON.stringify(value), numbers) as T;
  const parameters = revive((read('parameters') as { parameters: { id: string }[] }).parameters);
  return {
    manifest: read('edition'),
    entries: new Map(),
    sources: byId((read('sources') as { sources: { id: string }[] }).sources),
    parameters: byId(parameters),
    regions: byId((read('regions') as { regions: { id: string }[] }).regions),
    ambiguousPlaces: [],
    glossary: [],
    synonyms: { synonyms: [], filler: [] },
    neighbours: new Map(),
    asked: [],
    traditionalOverrides: [],
  } as unknown as Edition;
}

/** The day of the tests; the tests of dated rules name their own. */
export const TEST_DAY = '2026-11-24';
