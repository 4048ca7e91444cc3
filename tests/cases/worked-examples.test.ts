/** The worked examples of the rules, as data: tests/cases/data/<case>.json. Add a line there, not code here. */
import { readFileSync } from 'node:fs';
import { CASES, runCase } from '../../bot/cases/index.ts';
import { CASE_KINDS, holdsOn } from '../../bot/knowledge/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

interface Example {
  readonly name: string;
  readonly input: unknown;
  readonly result: Readonly<Record<string, unknown>>;
}

const edition = loadTestEdition();

describe.each(CASE_KINDS)('%s', (kind) => {
  const examples: Example[] = JSON.parse(readFileSync(`tests/cases/data/${kind}.json`, 'utf8'));

  it.each(examples)('$name', ({ input, result }) => {
    const outcome = runCase(edition, kind, input, { asOf: TEST_DAY });
    expect(outcome.result).toMatchObject(result);
    expect(CASES[kind].result.safeParse(outcome.result).error).toBeUndefined();
  });

  it.each(examples)('$name: each step cites an article that exists and was in force', ({ input }) => {
    const { trace, sources } = runCase(edition, kind, input, { asOf: TEST_DAY });
    expect(trace.length).toBeGreaterThan(0);
    for (const { source } of trace) {
      const [document = '', article] = source.split('#');
      expect(edition.sources.get(document)?.articles.map(({ id }) => id)).toContain(article);
      expect(sources).toContain(source);
    }
  });
});

it('cites nothing in a place case that did not hold on the day', () => {
  const input = { hukou: 'jiangxi', relation: 'beijing', stays: [{ region: 'beijing', months: 50 }] };
  for (const day of ['2010-06-01', '2015-01-01', '2020-01-01', '2026-01-01']) {
    for (const { source } of runCase(edition, 'benefit-place', input, { asOf: day }).trace) {
      const document = edition.sources.get(source.split('#')[0] ?? '');
      expect(document && holdsOn(document, day)).toBe(true);
    }
  }
});
