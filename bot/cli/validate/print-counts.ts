/** Counts by topic and language: how far the edition is written. */
import type { Edition } from '../../knowledge/index.ts';
import type { Say } from '../../wording/index.ts';

export function printCounts(edition: Edition, say: Say): void {
  const rows = edition.manifest.topics.map((topic) => {
    const entries = [...edition.entries.values()].filter((entry) => entry.topic === topic.id);
    const ids = new Set(entries.map((entry) => entry.id));
    const asked = edition.asked.filter((way) => way.kind === 'entry' && ids.has(way.of));
    const byLanguage = Object.fromEntries(
      edition.manifest.languages.map(({ tag }) => [tag, asked.filter((way) => way.language === tag).length]),
    );
    return {
      [say('problems:report.topic')]: topic.id,
      [say('problems:report.entries')]: entries.length,
      [say('problems:report.asked')]: asked.length,
      ...byLanguage,
    };
  });
  console.table(rows);
}
