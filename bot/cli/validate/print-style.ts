/** The plain-language report: per language a summary, the entries that are hardest to read, and why. */
import path from 'node:path';
import type { Edition, Problem } from '../../knowledge/index.ts';
import type { Say } from '../../wording/index.ts';
import { findUnexplained } from './find-unexplained.ts';
import { LONGEST, type Measured, measurePlainness, type Plainness } from './plain-language.ts';

/** How many of the hardest entries are shown. */
const SHOWN = 10;

/** @param folder the knowledge folder, to point at the line of a word that nothing explains */
export function printStyle(edition: Edition, folder: string, say: Say): void {
  for (const language of Object.keys(LONGEST) as Measured[]) {
    const rows = measurePlainness(edition, language);
    console.log(`\n${say('problems:report.style')} · ${language}`);
    console.log(say('problems:report.styleSummary', summary(rows, LONGEST[language])));
    const hardest = [...rows].sort((a, b) => hardness(b) - hardness(a)).slice(0, SHOWN);
    console.table(
      hardest.map((row) => ({
        [say('problems:report.entry')]: row.entry,
        [say('problems:report.meanLength')]: row.meanLength.toFixed(1),
        [say('problems:report.tooLong')]: `${row.tooLong.length}/${row.sentences}`,
        [say('problems:report.uncommon')]: percent(row.uncommonShare),
        [say('problems:report.words')]: row.uncommon.slice(0, 8).join(' '),
      })),
    );
  }
  printUnexplained(findUnexplained(edition, folder), say);
}

/** Each with the entry and the line it stands in. */
function printUnexplained(problems: readonly Problem[], say: Say): void {
  console.log(`\n${say('problems:report.unexplained', { count: problems.length })}`);
  for (const { code, file, line, facts } of problems) {
    const entry = path.basename(file, '.yaml');
    console.log(`${entry}  ${file}:${line}  ${say(`problems:what.${code}`, facts)}`);
  }
}

function summary(rows: readonly Plainness[], longest: number) {
  const sentences = rows.reduce((sum, row) => sum + row.sentences, 0);
  const tooLong = rows.reduce((sum, row) => sum + row.tooLong.length, 0);
  const mean = rows.reduce((sum, row) => sum + row.meanLength * row.sentences, 0) / Math.max(1, sentences);
  const uncommon = rows.reduce((sum, row) => sum + row.uncommonShare, 0) / Math.max(1, rows.length);
  return {
    sentences,
    mean: mean.toFixed(1),
    longest,
    long: percent(tooLong / Math.max(1, sentences)),
    uncommon: percent(uncommon),
  };
}

function hardness(row: Plainness): number {
  return row.uncommonShare + row.tooLong.length / Math.max(1, row.sentences);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
