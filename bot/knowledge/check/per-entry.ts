/** For checks that look at nothing but one entry: read again unchanged, an entry in which nothing was wrong is passed over. */
import type { Filed } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import type { Entry } from '../schema/entry.ts';

export function perEntry(find: (filed: Filed<Entry>) => Problem[]): (filed: Filed<Entry>) => Problem[] {
  // An unchanged file gives the very same value (folder-reader.ts), whichever edition it is read for.
  const clean = new WeakSet<Entry>();
  return (filed) => {
    if (clean.has(filed.value)) return [];
    const problems = find(filed);
    if (problems.length === 0) clean.add(filed.value);
    return problems;
  };
}
