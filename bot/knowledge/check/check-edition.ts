/** What a single file's shape can't say: everything that holds between files. All checks run; all problems come back. */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import { areSameFiles } from '../read/same-files.ts';
import { checkAsked } from './check-asked.ts';
import { checkLanguages } from './check-languages.ts';
import { checkNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkPeriods } from './check-periods.ts';
import { checkReferences } from './check-references.ts';

interface Check {
  readonly find: (files: EditionFiles) => Problem[];
  /** The only files it looks at, for a check that costs more than it is worth while they are the same. */
  readonly looksAt?: keyof EditionFiles;
}

const CHECKS: readonly Check[] = [
  { find: checkNames },
  { find: checkReferences },
  { find: checkPeriods },
  { find: checkLanguages },
  { find: checkNumbers },
  // Half of the time of all checks: every way of asking is compared with every other.
  { find: checkAsked, looksAt: 'asked' },
];

/** @param clean files of an earlier reading in which nothing was wrong */
export function checkEdition(files: EditionFiles, clean?: EditionFiles): Problem[] {
  const isClean = ({ looksAt }: Check) => clean && looksAt && areSameFiles(files[looksAt], clean[looksAt]);
  return CHECKS.filter((check) => !isClean(check)).flatMap(({ find }) => find(files));
}
