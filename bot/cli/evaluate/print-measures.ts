/** The figures as tables, for a terminal and for docs/evaluation.md. */
import type { Group, Measures } from './measure.ts';

export function printMeasures(measures: Measures, engine: string): void {
  const rows: [string, string][] = [
    ['hit@1', `${percent(measures.hit1)}  (95 % ${between(measures.hit1Within)}, ${measures.ours} questions)`],
    ['hit@3', `${percent(measures.hit3)}  (95 % ${between(measures.hit3Within)})`],
    ['MRR', measures.reciprocalRank.toFixed(3)],
    ['asked back', `${measures.clarified}`],
    ['no answer', `${measures.silent}`],
    ['off-topic answered', `${percent(measures.notOursAnswered)}  (95 % ${between(measures.notOursWithin)}, ${measures.notOurs} lines)`],
    ['two questions, both answered', measures.two > 0 ? `${percent(measures.twoBoth)}  (${measures.two})` : '–'],
    ['one taken for two', `${measures.takenForTwo}`],
    [
      'answers at 0.9 and above, right',
      measures.sure.answers > 0 ? `${percent(measures.sure.right / measures.sure.answers)}  (${measures.sure.answers})` : '–',
    ],
    ['median ms', `${measures.milliseconds.median.toFixed(3)}  (p99 ${measures.milliseconds.p99.toFixed(3)})`],
  ];
  console.log(`\n${engine}`);
  for (const [name, value] of rows) console.log(`  ${name.padEnd(34)}${value}`);
  console.log('\n  confidence   answers   right');
  for (const { from, answers, right } of measures.calibration)
    if (answers > 0)
      console.log(`  ≥ ${from.toFixed(2).padEnd(10)} ${String(answers).padStart(6)}   ${percent(right / answers)}`);
  printGroups('by style', measures.styles);
  printGroups('by language', measures.languages);
  printGroups('by author', measures.authors);
  if (measures.confusions.length > 0) {
    console.log('\n  worst confusions');
    for (const { from, to, times } of measures.confusions.slice(0, 20))
      console.log(`  ${String(times).padStart(4)}  ${from} → ${to}`);
  }
}

function printGroups(title: string, groups: readonly Group[]): void {
  if (groups.length === 0) return;
  console.log(`\n  ${title.padEnd(16)} lines    hit@1    hit@3`);
  for (const { name, lines, hit1, hit3 } of groups)
    console.log(`  ${name.padEnd(16)} ${String(lines).padStart(5)}  ${percent(hit1).padStart(7)}  ${percent(hit3).padStart(7)}`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function between([low, high]: readonly [number, number]): string {
  return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}`;
}
