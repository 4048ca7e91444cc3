/** The fields of an entry that a place can refine, each in the version it stands in. */
import type { Entry, Version } from '../../knowledge/index.ts';
import { overlapOf, type Period } from '../period.ts';
import { POINT_LISTS } from '../schema/overlay-files.ts';
import { fingerprintOf, type Was, wordsOfPoint, wordsOfText } from './fingerprint.ts';

export interface EntryField {
  /** `short`, `example`, `points.first-limit`; `question` belongs to the entry as a whole. */
  readonly field: string;
  /** First day of the version. */
  readonly version: string;
  readonly was: Was;
  readonly fingerprint: string;
}

/** @param period only versions that share a day with it */
export function fieldsOf(entry: Entry, period: Period): EntryField[] {
  const versions = entry.versions.filter((version) => overlapOf(version, period) !== undefined);
  const first = versions[0];
  if (!first) return [];
  return [fieldAt('question', first, wordsOfText(entry.question)), ...versions.flatMap(fieldsOfVersion)];
}

export function fieldsOfVersion(version: Version): EntryField[] {
  return [
    fieldAt('short', version, wordsOfText(version.short)),
    ...(version.example ? [fieldAt('example', version, wordsOfText(version.example.text))] : []),
    ...POINT_LISTS.flatMap((list) =>
      (version[list] ?? []).map((point) => fieldAt(`${list}.${point.id}`, version, wordsOfPoint(point))),
    ),
  ];
}

function fieldAt(field: string, version: Version, was: Was): EntryField {
  return { field, version: version.from, was, fingerprint: fingerprintOf(was) };
}
