/** Refinements: of an entry that is there, saying something, each field once on a day, never against national policy. */
import { type Entry, nearestName, type Problem } from '../../knowledge/index.ts';
import { overlapOf } from '../period.ts';
import { changePeriod } from '../read/change-period.ts';
import type { Filed, OverlayFiles } from '../read/overlay-files.ts';
import { type Change, POINT_LISTS, type Refinement } from '../schema/overlay-files.ts';
import { type CheckContext, entryBelow, mayHaveGone } from './check-context.ts';
import { checkDays } from './check-days.ts';
import { checkProtected } from './check-protected.ts';

export function checkRefinements(files: OverlayFiles, context: CheckContext): Problem[] {
  const own = new Set(files.additions.map(({ value }) => value.id));
  return files.refinements.flatMap((filed) => {
    const { yaml, value } = filed;
    const id = value.entry;
    const name = yaml.file.split('/').at(-1) ?? '';
    const problems: Problem[] = [];
    if (name !== `${id}.yaml`) problems.push(yaml.problem('file-name', ['entry'], { id, name }));
    if (own.has(id)) problems.push(yaml.problem('overlay-refines-own', ['entry'], { id }));
    for (const [n, change] of value.changes.entries()) {
      problems.push(...checkDays(yaml, ['changes', n], change));
      if (saysNothing(change)) problems.push(yaml.problem('overlay-nothing', ['changes', n]));
    }
    if (problems.length > 0) return problems;
    const entry = entryBelow(context, id);
    if (!entry) return own.has(id) ? [] : missingEntry(files, filed, context);
    return [
      ...checkTwice(files, filed),
      ...value.changes.flatMap((change, n) => [
        ...(entry.protected ? checkOnlyAdds(filed, change, n, entry, context) : []),
        ...checkTargets(files, filed, change, n, entry, context),
      ]),
    ];
  });
}

function saysNothing(change: Change): boolean {
  const lists = POINT_LISTS.flatMap((list) => Object.values(change[list] ?? {}).flat());
  return !change.short && !change.example && lists.length === 0 && (change.variants ?? []).length === 0;
}

function missingEntry(files: OverlayFiles, { yaml, value }: Filed<Refinement>, context: CheckContext): Problem[] {
  const id = value.entry;
  const below = [...context.base.allIds()];
  if (below.includes(id)) return [yaml.problem('overlay-hidden-below', ['entry'], { id })];
  if (value.changes.every((change) => mayHaveGone(context, files.manifest.value, change))) return [];
  return [yaml.problem('unknown-entry', ['entry'], { id, nearest: nearestName(id, below) })];
}

/** Each field has one local wording on a day. */
function checkTwice(files: OverlayFiles, { yaml, value }: Filed<Refinement>): Problem[] {
  const seen: { readonly field: string; readonly days: ReturnType<typeof changePeriod> }[] = [];
  return value.changes.flatMap((change, n) => {
    const days = changePeriod(files.manifest.value, change);
    if (!days) return [];
    return fieldsChangedBy(change).flatMap(({ field, path }) => {
      const twice = seen.some((other) => other.field === field && other.days && overlapOf(other.days, days));
      seen.push({ field, days });
      return twice ? [yaml.problem('overlay-twice', ['changes', n, ...path], { id: field })] : [];
    });
  });
}

function fieldsChangedBy(change: Change): { readonly field: string; readonly path: readonly (string | number)[] }[] {
  return [
    ...(['short', 'example'] as const).flatMap((field) => (change[field] ? [{ field, path: [field] }] : [])),
    ...POINT_LISTS.flatMap((list) =>
      (['set', 'append', 'insertAfter'] as const).flatMap((how) =>
        (change[list]?.[how] ?? []).map((point, p) => ({ field: point.id, path: [list, how, p, 'id'] })),
      ),
    ),
  ];
}

/** Of a protected entry: local points may be added, and a city may reword those of its province; nothing else. */
function checkOnlyAdds(
  { yaml }: Filed<Refinement>,
  change: Change,
  n: number,
  entry: Entry,
  context: CheckContext,
): Problem[] {
  const local = context.base.dated(entry.id)?.origins;
  const refuse = (...path: (string | number)[]) =>
    checkProtected(yaml, ['changes', n, ...path], entry.id, context.edition);
  return [
    ...(change.short ? [refuse('short')] : []),
    ...(change.example ? [refuse('example')] : []),
    ...POINT_LISTS.flatMap((list) =>
      (change[list]?.set ?? []).flatMap((set, p) =>
        local?.has(`${list}.${set.id}`) ? [] : [refuse(list, 'set', p, 'id')],
      ),
    ),
  ];
}

/** Points that are set must be there; points that are added must not. */
function checkTargets(
  files: OverlayFiles,
  { yaml }: Filed<Refinement>,
  change: Change,
  n: number,
  entry: Entry,
  context: CheckContext,
): Problem[] {
  const period = changePeriod(files.manifest.value, change);
  const versions = entry.versions.filter((version) => period && overlapOf(version, period));
  const idsOf = (list: (typeof POINT_LISTS)[number]) =>
    new Set(versions.flatMap((version) => (version[list] ?? []).map((point) => point.id)));
  const all = new Set(POINT_LISTS.flatMap((list) => [...idsOf(list)]));
  const readNow =
    (change.refined?.edition ?? files.manifest.value.reviewedAgainst) === context.edition.manifest.version;
  return POINT_LISTS.flatMap((list) => {
    const known = idsOf(list);
    const kept = new Set((change.refined?.words ?? []).map(({ field }) => field));
    const missing = (change[list]?.set ?? []).flatMap((set, p) =>
      known.has(set.id) || kept.has(`${list}.${set.id}`)
        ? []
        : [
            yaml.problem('unknown-point', ['changes', n, list, 'set', p, 'id'], {
              id: set.id,
              entry: entry.id,
              list,
              nearest: nearestName(set.id, known),
              known: [...known].join(', '),
            }),
          ],
    );
    const taken = (['append', 'insertAfter'] as const).flatMap((how) =>
      (change[list]?.[how] ?? []).flatMap((point, p) =>
        all.has(point.id) && readNow
          ? [yaml.problem('duplicate-point', ['changes', n, list, how, p, 'id'], { id: point.id })]
          : [],
      ),
    );
    const dated = (['append', 'insertAfter'] as const).flatMap((how) =>
      (change[list]?.[how] ?? []).flatMap((point, p) => checkDays(yaml, ['changes', n, list, how, p], point)),
    );
    return [...missing, ...taken, ...dated];
  });
}
