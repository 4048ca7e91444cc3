/**
 * Texts → groups that say the same. Greedy, with heads: the most asked comes first, each following text joins the head
 * it is most like, or becomes a head. Why not a clustering library: hierarchical ones (ml-hclust) want the whole matrix,
 * 800 MB for ten thousand questions; k-means wants to be told how many groups; density-based ones chain A~B~C until a
 * group says two things. Here every member is like its head, which is the phrasing that an editor reads.
 */
import type { Pieces } from './likeness.ts';

interface Posting {
  readonly group: number;
  readonly weight: number;
}

/**
 * @param items most important first
 * @param least least likeness (cosine, 0…1) to the head; a text that denies is never like one that doesn't
 * @returns groups in the order of their heads, the head first in each
 */
export function groupAlike<T>(items: readonly T[], piecesOf: (item: T) => Pieces, least: number): T[][] {
  const groups: T[][] = [];
  // Heads by piece, the denying apart: one walk over the pieces of a text gives its likeness to every head.
  const heads = { true: new Map<string, Posting[]>(), false: new Map<string, Posting[]>() };
  for (const item of items) {
    const { weights, denies } = piecesOf(item);
    const byPiece = heads[`${denies}`];
    const group = groups[mostAlike(weights, byPiece, least)];
    if (group) {
      group.push(item);
      continue;
    }
    for (const [piece, weight] of weights) {
      const postings = byPiece.get(piece);
      if (postings) postings.push({ group: groups.length, weight });
      else byPiece.set(piece, [{ group: groups.length, weight }]);
    }
    groups.push([item]);
  }
  return groups;
}

/** @returns the group; -1 when none is like enough. Of two equally alike, the earlier one. */
function mostAlike(weights: Pieces['weights'], byPiece: ReadonlyMap<string, Posting[]>, least: number): number {
  const alike = new Map<number, number>();
  for (const [piece, weight] of weights)
    for (const head of byPiece.get(piece) ?? [])
      alike.set(head.group, (alike.get(head.group) ?? 0) + weight * head.weight);
  let best = -1;
  for (const [group, value] of alike) {
    const most = alike.get(best) ?? -1;
    if (value >= least && (value > most || (value === most && group < best))) best = group;
  }
  return best;
}
