/** Deletions: of something that is there, that may be hidden, and that nothing else here speaks of. */
import { nearestName, type Problem, sameWords } from '../../knowledge/index.ts';
import { waysBelow } from '../compose/ways-on.ts';
import { overlapOf, type Period } from '../period.ts';
import { changePeriod } from '../read/change-period.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import { type CheckContext, entryBelow, mayHaveGone } from './check-context.ts';
import { checkDays } from './check-days.ts';
import { checkProtected } from './check-protected.ts';

export function checkDeletions(files: OverlayFiles, context: CheckContext): Problem[] {
  if (!files.deletions) return [];
  const { yaml, value } = files.deletions;
  const manifest = files.manifest.value;
  const own = new Set(files.additions.map((addition) => addition.value.id));
  const refined = new Set(files.refinements.map((refinement) => refinement.value.entry));
  const seen: { readonly key: string; readonly period: Period }[] = [];
  return value.deletions.flatMap((deletion, n) => {
    const at = ['deletions', n] as const;
    const problems = checkDays(yaml, at, deletion);
    if (problems.length > 0) return problems;
    const id = deletion.entry;
    const entry = entryBelow(context, id);
    const period = changePeriod(manifest, deletion);

    if (own.has(id)) return [yaml.problem('overlay-added-and-deleted', [...at, 'entry'], { id })];
    if (!entry) {
      if (mayHaveGone(context, manifest, deletion)) return [];
      const below = [...context.base.allIds()];
      const isHidden = below.includes(id);
      return [
        isHidden
          ? yaml.problem('overlay-hidden-below', [...at, 'entry'], { id })
          : yaml.problem('unknown-entry', [...at, 'entry'], { id, nearest: nearestName(id, below) }),
      ];
    }
    if (entry.protected) problems.push(checkProtected(yaml, [...at, 'entry'], id, context.edition));
    if (deletion.variant === undefined && period) {
      const changed = files.refinements.find(({ value: refinement }) => refinement.entry === id)?.value.changes ?? [];
      const meets = changed.some((change) => {
        const days = changePeriod(manifest, change);
        return days !== undefined && overlapOf(days, period) !== undefined;
      });
      if (refined.has(id) && meets) problems.push(yaml.problem('overlay-deleted-target', [...at, 'entry'], { id }));
    }
    const { variant } = deletion;
    if (variant !== undefined) {
      const ways = waysBelow(context.base, id);
      if (period && addsOn(files, id, variant, period))
        problems.push(yaml.problem('overlay-added-and-deleted', [...at, 'variant'], { id: variant }));
      if (!ways.some((way) => sameWords(way) === sameWords(variant)) && !mayHaveGone(context, manifest, deletion))
        problems.push(
          yaml.problem('unknown-variant', [...at, 'variant'], {
            id,
            text: variant,
            nearest: nearestName(variant, ways),
          }),
        );
    }
    const key = `${id} ${sameWords(variant ?? '')}`;
    if (period && seen.some((other) => other.key === key && overlapOf(other.period, period)))
      problems.push(yaml.problem('overlay-twice', [...at, 'entry'], { id }));
    if (period) seen.push({ key, period });
    return problems;
  });
}

/** Whether this very overlay adds the way of asking that it deletes, on some day of the deletion. */
function addsOn({ manifest, refinements }: OverlayFiles, entry: string, variant: string, days: Period): boolean {
  const words = sameWords(variant);
  return refinements
    .filter(({ value }) => value.entry === entry)
    .flatMap(({ value }) => value.changes)
    .some((change) => {
      const period = changePeriod(manifest.value, change);
      const adds = (change.variants ?? []).some((way) => sameWords(way) === words);
      return adds && period !== undefined && overlapOf(period, days) !== undefined;
    });
}
