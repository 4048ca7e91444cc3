/**
 * What a change was written for must be kept with it, whole and untouched: it is what decides whether the change may
 * still be applied, and what the drift report shows as old.
 */
import type { KeyPath, Problem, YamlFile } from '../../knowledge/index.ts';
import { fieldsOf } from '../drift/fields-of.ts';
import { fingerprintOf } from '../drift/fingerprint.ts';
import { changePeriod } from '../read/change-period.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import { type Change, POINT_LISTS, type Refined } from '../schema/overlay-files.ts';
import { type CheckContext, entryBelow } from './check-context.ts';

export function checkKeptWords(files: OverlayFiles, context: CheckContext): Problem[] {
  const region = files.source.region;
  const ofChanges = files.refinements.flatMap(({ yaml, value }) =>
    value.changes.flatMap((change, n) => {
      const path = ['changes', n] as const;
      const entry = entryBelow(context, value.entry);
      const period = changePeriod(files.manifest.value, change);
      const there = new Set(entry && period ? fieldsOf(entry, period).map(({ field }) => field) : []);
      const kept = new Set((change.refined?.words ?? []).map(({ field }) => field));
      const unread = entry?.protected
        ? []
        : replacedFields(change).flatMap(({ field, at }) =>
            there.has(field) && !kept.has(field)
              ? [yaml.problem('overlay-no-fingerprint', [...path, ...at], { id: value.entry, field, region })]
              : [],
          );
      return [...unread, ...checkRefined(yaml, [...path, 'refined'], change.refined, value.entry, region)];
    }),
  );
  const { deletions } = files;
  const ofDeletions = (deletions?.value.deletions ?? []).flatMap((deletion, n) => {
    if (!deletions) return [];
    const { yaml } = deletions;
    const entry = entryBelow(context, deletion.entry);
    const path = ['deletions', n] as const;
    const needs = deletion.variant === undefined && entry !== undefined && !entry.protected;
    return [
      ...(needs && (deletion.refined?.words ?? []).length === 0
        ? [yaml.problem('overlay-no-fingerprint', [...path, 'entry'], { id: deletion.entry, field: '–', region })]
        : []),
      ...checkRefined(yaml, [...path, 'refined'], deletion.refined, deletion.entry, region),
    ];
  });
  return [...ofChanges, ...ofDeletions];
}

function replacedFields(change: Change): { readonly field: string; readonly at: KeyPath }[] {
  return [
    ...(['short', 'example'] as const).flatMap((field) => (change[field] ? [{ field, at: [field] }] : [])),
    ...POINT_LISTS.flatMap((list) =>
      (change[list]?.set ?? []).map((set, p) => ({ field: `${list}.${set.id}`, at: [list, 'set', p, 'id'] })),
    ),
  ];
}

function checkRefined(
  yaml: YamlFile,
  path: KeyPath,
  refined: Refined | undefined,
  id: string,
  region: string,
): Problem[] {
  return (refined?.words ?? []).flatMap((words, n) =>
    fingerprintOf(words.was) === words.fingerprint
      ? []
      : [
          yaml.problem('overlay-kept-words', [...path, 'words', n, 'fingerprint'], {
            id,
            field: words.field,
            region,
            given: words.fingerprint,
          }),
        ],
  );
}
