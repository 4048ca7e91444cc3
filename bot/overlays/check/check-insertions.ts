/** Where points are inserted: behind a point that is there, and not in a ring. */
import { nearestName, type Problem } from '../../knowledge/index.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import { POINT_LISTS } from '../schema/overlay-files.ts';
import { type CheckContext, entryBelow, mayHaveGone } from './check-context.ts';

export function checkInsertions(files: OverlayFiles, context: CheckContext): Problem[] {
  return files.refinements.flatMap(({ yaml, value }) => {
    const entry = entryBelow(context, value.entry);
    if (!entry) return [];
    return value.changes.flatMap((change, n) =>
      POINT_LISTS.flatMap((list) => {
        const edits = change[list];
        const inserted = edits?.insertAfter ?? [];
        const known = new Set([
          ...entry.versions.flatMap((version) => (version[list] ?? []).map((point) => point.id)),
          ...(edits?.append ?? []).map((point) => point.id),
        ]);
        const after = new Map(inserted.map((point) => [point.id, point.after]));
        return inserted.flatMap((point, p): Problem[] => {
          const path = ['changes', n, list, 'insertAfter', p, 'after'] as const;
          const ring = ringFrom(point.id, after, known);
          if (ring) return [yaml.problem('overlay-cycle', path, { chain: ring.join(' → ') })];
          if (known.has(point.after) || after.has(point.after)) return [];
          if (mayHaveGone(context, files.manifest.value, change)) return [];
          const names = [...known, ...after.keys()].filter((id) => id !== point.id);
          return [
            yaml.problem('unknown-point', path, {
              id: point.after,
              entry: entry.id,
              list,
              nearest: nearestName(point.after, names),
              known: names.join(', '),
            }),
          ];
        });
      }),
    );
  });
}

/** @returns the ring that a chain of `after` closes, or undefined when it ends at a point that stands by itself */
function ringFrom(
  id: string,
  after: ReadonlyMap<string, string>,
  standing: ReadonlySet<string>,
): readonly string[] | undefined {
  const chain = [id];
  for (let at = after.get(id); at !== undefined && !standing.has(at); at = after.get(at)) {
    chain.push(at);
    if (at === id) return chain;
    if (chain.length > after.size + 1) return undefined;
  }
  return undefined;
}
