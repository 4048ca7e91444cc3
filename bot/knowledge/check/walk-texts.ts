/** Visits every text of an entry, with the path that leads to it; several checks read the same texts. */

import type { KeyPath } from '../read/yaml-file.ts';
import type { Text } from '../schema/common.ts';
import type { Entry } from '../schema/entry.ts';

/** Which part of an entry a text belongs to: the rules for numbers and length differ. */
export type TextRole = 'question' | 'short' | 'point' | 'example' | 'changed' | 'staff';

export interface PlacedText {
  readonly role: TextRole;
  readonly text: Text;
  readonly path: KeyPath;
  /** Days on which the text is shown; staff notes and the question are always. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export function textsOf(entry: Entry): PlacedText[] {
  const texts: PlacedText[] = [{ role: 'question', text: entry.question, path: ['question'] }];
  for (const [index, version] of entry.versions.entries()) {
    const at: KeyPath = ['versions', index];
    const days = { from: version.from, until: version.until };
    texts.push({ role: 'short', text: version.short, path: [...at, 'short'], ...days });
    if (version.changed) texts.push({ role: 'changed', text: version.changed, path: [...at, 'changed'], ...days });
    for (const list of ['points', 'exceptions', 'steps'] as const) {
      for (const [n, point] of (version[list] ?? []).entries()) {
        texts.push({
          role: 'point',
          text: point.text,
          path: [...at, list, n, 'text'],
          from: point.from ?? version.from,
          until: point.until ?? version.until,
        });
      }
    }
    if (version.example)
      texts.push({ role: 'example', text: version.example.text, path: [...at, 'example', 'text'], ...days });
  }
  for (const list of ['askBack', 'confusions', 'never'] as const) {
    for (const [n, text] of (entry.staff?.[list] ?? []).entries())
      texts.push({ role: 'staff', text, path: ['staff', list, n] });
  }
  return texts;
}
