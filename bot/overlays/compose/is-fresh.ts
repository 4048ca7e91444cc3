/**
 * Whether words are still the ones that a local change was written for (docs/decisions/0009-overlay-drift.md): a change is
 * applied to no other words. Asked version by version: a new version of the edition doesn't unsettle the old ones.
 */
import type { Entry, Example, Point, Version } from '../../knowledge/index.ts';
import { fieldsOf } from '../drift/fields-of.ts';
import { fingerprintOf, wordsOfPoint, wordsOfText } from '../drift/fingerprint.ts';
import type { LocalChange, LocalDeletion } from '../layer.ts';
import type { PointList } from '../schema/overlay-files.ts';

export function isFreshShort(change: LocalChange, version: Version): boolean {
  return isWrittenFor(change, 'short', fingerprintOf(wordsOfText(version.short)));
}

/** An example where there was none adds; one in place of another replaces. */
export function isFreshExample(change: LocalChange, example: Example | undefined): boolean {
  if (example === undefined) return !change.writtenFor.has('example');
  return isWrittenFor(change, 'example', fingerprintOf(wordsOfText(example.text)));
}

export function isFreshPoint(change: LocalChange, list: PointList, point: Point): boolean {
  return isWrittenFor(change, `${list}.${point.id}`, fingerprintOf(wordsOfPoint(point)));
}

/** A deletion hides an entry only while the entry says nothing else than what was read when it was deleted. */
export function isFreshDeletion(deletion: LocalDeletion, below: Entry): boolean {
  const now = fieldsOf(below, deletion.period);
  const current = new Set(now.map(({ field, fingerprint }) => `${field} ${fingerprint}`));
  const read = new Set(
    [...deletion.writtenFor].flatMap(([field, prints]) => prints.map((print) => `${field} ${print}`)),
  );
  return current.size === read.size && [...current].every((key) => read.has(key));
}

function isWrittenFor(change: LocalChange, field: string, fingerprint: string): boolean {
  return change.writtenFor.get(field)?.includes(fingerprint) ?? false;
}
