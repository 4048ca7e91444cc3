/** Entries whose day of re-reading has passed. */
import type { Edition } from '../../knowledge/index.ts';
import type { Say } from '../../wording/index.ts';

/** @param day YYYY-MM-DD */
export function printDue(edition: Edition, day: string, say: Say): void {
  const due = [...edition.entries.values()].filter((entry) => entry.reviewBy < day);
  for (const entry of due) console.log(say('problems:report.due', { id: entry.id, day: entry.reviewBy }));
  if (due.length === 0) console.log(say('problems:report.noneDue', { day }));
}
