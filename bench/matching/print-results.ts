/** The bench's figures as tables, and what they say of our goals. */
import type { EngineResult, Hits, OwnSizeResult } from './job.ts';
import { megabytes, ms, percent, printTable } from './table.ts';
import type { Timing } from './timing.ts';

const OURS = 'Yaodian';
const OTHER_KIND = 'Fuse.js';

export interface Measured {
  readonly engine: string;
  readonly size: number;
  readonly result: EngineResult | undefined;
}

export function printSize(size: number, measured: readonly Measured[], note: string): void {
  console.log(`## ${size} questions${note}\n`);
  printTable(
    ['engine', 'build ms', 'memory MiB', 'median ms', 'p99 ms', 'queries', 'hit@1', 'hit@3', 'hit@1 unrejected'],
    measured.map(({ engine, result }) =>
      result
        ? [engine, ms(result.buildMs), megabytes(result.bytes), ...timeCells(result.timing), ...hitCells(result.hits)]
        : [engine, 'failed or over time'],
    ),
  );
}

export function printGrowth(sizes: readonly number[], measured: readonly Measured[]): void {
  if (sizes.length < 2) return;
  const engines = [...new Set(measured.map(({ engine }) => engine))];
  console.log('## Median ms by size; growth: ×10 questions is this many times the time, over the last two sizes\n');
  printTable(
    ['engine', ...sizes.map(String), 'growth'],
    engines.map((engine) => {
      const medians = sizes.map((size) => medianOf(measured, engine, size));
      const [before, last] = medians.slice(-2);
      const tens = Math.log10((sizes.at(-1) ?? 1) / (sizes.at(-2) ?? 1));
      const growth = before && last && tens > 0 ? `× ${((last / before) ** (1 / tens)).toFixed(1)}` : '–';
      return [engine, ...medians.map((median) => (median === undefined ? '–' : ms(median))), growth];
    }),
  );
}

/** How much quicker than Fuse.js in any of its ways, and than the quickest of the other indexes. */
export function printGoals(size: number, measured: readonly Measured[]): void {
  const ours = medianOf(measured, OURS, size);
  const others = measured
    .filter((one) => one.size === size && one.engine !== OURS)
    .flatMap(({ engine, result }) => (result ? { engine, median: result.timing.median } : []))
    .sort((a, b) => a.median - b.median);
  if (ours === undefined || others.length === 0) return;
  console.log(`At ${size} questions, by medians:`);
  for (const { engine, median } of others.filter(({ engine }) => engine.startsWith(OTHER_KIND)))
    console.log(`- ${engine} takes ${(median / ours).toFixed(0)} times as long as ${OURS}`);
  const quickest = others.find(({ engine }) => !engine.startsWith(OTHER_KIND));
  if (quickest)
    console.log(`- the quickest other index, ${quickest.engine}: ${(quickest.median / ours).toFixed(2)} times\n`);
}

export function printOwnSize(result: OwnSizeResult | undefined): void {
  if (!result) return;
  const { labelled, own, prefixes, ways } = result;
  console.log(`## Yaodian as it runs: ${ways} ways of asking, neighbours and intents among them, kept model\n`);
  printTable(
    ['asked', 'median ms', 'p99 ms', 'queries', 'hit@1', 'hit@3', 'hit@1 unrejected'],
    [
      ['full match, labelled questions', ...timeCells(labelled.timing), ...hitCells(labelled.hits)],
      ['full match, ways of asking to the letter', ...timeCells(own), '', '', ''],
      ['as-you-type, prefixes of 1–12 letters', ...timeCells(prefixes), '', '', ''],
    ],
  );
}

function timeCells({ median, p99, queries }: Timing): string[] {
  return [ms(median), ms(p99), String(queries)];
}

function hitCells({ asked, first, three, best }: Hits): string[] {
  return [`${percent(first, asked)} of ${asked}`, percent(three, asked), percent(best, asked)];
}

function medianOf(measured: readonly Measured[], engine: string, size: number): number | undefined {
  return measured.find((one) => one.engine === engine && one.size === size)?.result?.timing.median;
}
