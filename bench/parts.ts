/**
 * `npm run bench -- parts [FOLDS]`: what each part of matching gives. One part is left out at a time, everything is learnt
 * anew without it, and every way of the authors held out is asked. FOLDS (2) groups of authors are held out in turn; all
 * of them take half an hour.
 */
import { loadEdition } from '../bot/knowledge/index.ts';
import { printTable } from './matching/table.ts';
import { KINDS_LEFT_OUT, prepareFolds, SIGNS_LEFT_OUT, withoutKinds } from './parts/leave-out.ts';
import { type Score, scoreFolds } from './parts/score.ts';
import { scoreTwo } from './parts/score-two.ts';

export async function run(): Promise<void> {
  const edition = loadEdition('knowledge');
  const most = Number(process.argv[3] ?? 2);
  const whole = prepareFolds(edition, most, (features) => features);
  const rows: string[][] = [
    row(
      'nothing',
      scoreFolds(whole, (gathered) => gathered),
    ),
  ];
  for (const [name, leaveOut] of Object.entries(SIGNS_LEFT_OUT)) rows.push(row(name, scoreFolds(whole, leaveOut)));
  for (const [name, kinds] of Object.entries(KINDS_LEFT_OUT)) {
    const folds = prepareFolds(edition, most, withoutKinds(kinds));
    rows.push(
      row(
        name,
        scoreFolds(folds, (gathered) => gathered),
      ),
    );
  }
  const { held, voices } = whole;
  console.log(`${held} ways asked, of ${voices.join(', ')}\n`);
  printTable(
    ['left out', 'entry first', 'hit@1 at 3 %', 'hit@3', 'English', 'pinyin', 'typing errors', 'situations'],
    rows,
  );
  printTable(['two questions, certain from', 'pairs, both found', 'single ones taken for two'], scoreTwo(whole));
}

function row(name: string, score: Score): string[] {
  return [name, ...[score.first, score.atThreePercent, score.three, ...score.styles].map((value) => percent(value))];
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
