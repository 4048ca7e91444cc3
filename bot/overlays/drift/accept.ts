/**
 * "Read again, still right": renews the kept words of every change of one entry to what stands there today. Pure: it
 * gives back the new text of the files; who calls it writes them.
 */
import type { Composition } from '../compose/composition.ts';
import { changePeriod } from '../read/change-period.ts';
import type { Filed, OverlayFiles } from '../read/overlay-files.ts';
import type { Change, Deletion, Refined } from '../schema/overlay-files.ts';
import { type Accepted, acceptInText } from './accept-text.ts';
import { type EntryField, fieldsOf } from './fields-of.ts';
import { replacedBy } from './find-drift.ts';

export interface AcceptedFile {
  /** Path inside the overlay folder. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface Acceptance {
  readonly files: readonly AcceptedFile[];
  /** What can't be accepted, for there is nothing left to read: fields that are gone. */
  readonly gone: readonly string[];
}

/** @param reviewer who read it @param day YYYY-MM-DD @returns undefined when the overlay says nothing of this entry */
export function acceptEntry(
  files: OverlayFiles,
  base: Composition,
  entryId: string,
  reviewer: string,
  day: string,
): Acceptance | undefined {
  const { value: manifest } = files.manifest;
  const entry = base.dated(entryId)?.entry;
  const gone: string[] = [];
  const refinedOf = (of: Change | Deletion, wanted: (field: EntryField) => boolean): Refined | undefined => {
    const period = changePeriod(manifest, of);
    if (!entry || !period) return undefined;
    const fields = fieldsOf(entry, period).filter(wanted);
    const words = fields.map(({ field, version, fingerprint, was }) => ({ field, version, fingerprint, was }));
    if (words.length === 0 || isSame(of.refined, words)) return undefined;
    return { edition: base.edition.manifest.version, by: reviewer, on: day, words };
  };

  const ofRefinement = files.refinements.find(({ value }) => value.entry === entryId);
  const changes = (ofRefinement?.value.changes ?? []).flatMap((change, index): Accepted[] => {
    const replaced = new Set(replacedBy({ change, origins: new Map() }).map(({ field }) => field));
    const there = new Set(entry?.versions.length ? fieldsOf(entry, {}).map(({ field }) => field) : []);
    gone.push(...[...replaced].filter((field) => !there.has(field) && field !== 'example'));
    const refined = refinedOf(change, ({ field }) => replaced.has(field));
    return refined ? [{ list: 'changes', index, refined }] : [];
  });
  const deleted = (files.deletions?.value.deletions ?? []).map((deletion, index) => ({ deletion, index }));
  const ofEntry = deleted.filter(({ deletion }) => deletion.entry === entryId);
  const deletions = ofEntry.flatMap(({ deletion, index }): Accepted[] => {
    // A way of asking was deleted for its own words, which stand there; there is nothing else to have read.
    const refined = deletion.variant === undefined ? refinedOf(deletion, () => true) : undefined;
    return refined ? [{ list: 'deletions', index, refined }] : [];
  });

  if (!ofRefinement && ofEntry.length === 0) return undefined;
  return {
    files: [...rewrite(files, ofRefinement, changes), ...rewrite(files, files.deletions, deletions)],
    gone: entry ? gone : [entryId],
  };
}

function rewrite(
  files: OverlayFiles,
  filed: Filed<unknown> | undefined,
  accepted: readonly Accepted[],
): AcceptedFile[] {
  if (!filed || accepted.length === 0) return [];
  const name = filed.yaml.file.slice(files.source.folder.length + 1);
  const before = files.source.files.get(name)?.toString('utf8') ?? '';
  return [{ name, before, after: acceptInText(before, accepted) }];
}

function isSame(refined: Refined | undefined, words: Refined['words']): boolean {
  const key = (list: Refined['words']) => list.map((w) => `${w.field} ${w.version} ${w.fingerprint}`).join('\n');
  return refined !== undefined && key(refined.words) === key(words);
}
