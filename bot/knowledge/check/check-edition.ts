/** What a single file's shape can't say: everything that holds between files. All checks run; all problems come back. */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import { checkAsked } from './check-asked.ts';
import { checkLanguages } from './check-languages.ts';
import { checkNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPeriods } from './check-periods.ts';
import { checkReferences } from './check-references.ts';

const CHECKS: readonly ((files: EditionFiles) => Problem[])[] = [
  checkNames,
  checkReferences,
  checkPeriods,
  checkLanguages,
  checkNumbers,
  checkAsked,
];

export function checkEdition(files: EditionFiles): Problem[] {
  return CHECKS.flatMap((check) => check(files));
}
