/** The figures as tables, for a terminal and for docs/evaluation.md. */
import type { Say } from '../../wording/index.ts';
import type { Group, Measures } from './measure.ts';

export function printMeasures(measures: Measures, engine: string, say: Say): void {
  const word = (key: string) => say(`matching:evaluate.${key}`);
  const within = (share: number, [low, high]: readonly [number, number], lines: number) =>
    say('matching:evaluate.questions', { share: percent(share), low: bare(low), high: bare(high), lines });
  const { sure, milliseconds } = measures;
  const rows: [string, string][] = [
    ['hit1', within(measures.hit1, measures.hit1Within, measures.ours)],
    ['hit3', within(measures.hit3, measures.hit3Within, measures.ours)],
    ['rank', measures.reciprocalRank.toFixed(3)],
    ['clarified', String(measures.clarified)],
    ['silent', String(measures.silent)],
    ['off', within(measures.notOursAnswered, measures.notOursWithin, measures.notOurs)],
    ['two', measures.two > 0 ? `${percent(measures.twoBoth)}  (${measures.two})` : '–'],
    ['taken', String(measures.takenForTwo)],
    ['sure', sure.answers > 0 ? `${percent(sure.right / sure.answers)}  (${sure.answers})` : '–'],
    [
      'median',
      say('matching:evaluate.milliseconds', {
        median: milliseconds.median.toFixed(3),
        p99: milliseconds.p99.toFixed(3),
      }),
    ],
  ];
  console.log(`\n${engine}`);
  for (const [key, value] of rows) console.log(`  ${pad(word(key), 34)}${value}`);
  console.log(`\n  ${pad(word('confidence'), 14)}${word('answers').padStart(8)}${word('right').padStart(9)}`);
  for (const { from, answers, right } of measures.calibration)
    if (answers > 0)
      console.log(
        `  ${pad(`≥ ${from.toFixed(2)}`, 14)}${String(answers).padStart(8)}${percent(right / answers).padStart(9)}`,
      );
  for (const [key, groups] of [
    ['style', measures.styles],
    ['language', measures.languages],
    ['author', measures.authors],
  ] as const)
    printGroups(groups, key, word);
  if (measures.confusions.length === 0) return;
  console.log(`\n  ${word('confusions')}`);
  for (const { from, to, times } of measures.confusions.slice(0, 20))
    console.log(`  ${String(times).padStart(4)}  ${from === '' ? word('nothing') : from} → ${to}`);
}

function printGroups(groups: readonly Group[], key: string, word: (key: string) => string): void {
  if (groups.length === 0) return;
  const head = [word('lines'), word('hit1'), word('hit3')].map((name) => name.padStart(12)).join('');
  console.log(`\n  ${pad(word(key), 18)}${head}`);
  for (const { name, lines, hit1, hit3 } of groups) {
    const cells = [String(lines), percent(hit1), percent(hit3)].map((cell) => cell.padStart(12)).join('');
    console.log(`  ${pad(name, 18)}${cells}`);
  }
}

/** A Chinese character is two columns wide on a terminal. */
function pad(text: string, columns: number): string {
  const wide = [...text].filter((character) => character >= '\u2e80').length;
  return text.padEnd(Math.max(0, columns - wide));
}

function percent(share: number): string {
  return `${bare(share)} %`;
}

function bare(share: number): string {
  return (share * 100).toFixed(1);
}
