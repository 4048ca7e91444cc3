/**
 * Texts → groups that say the same. Greedy, with heads: the most asked comes first, each following text joins the head
 * it is most like, or becomes a head. Why not a clustering library: hierarchical ones (ml-hclust) want the whole matrix,
 * 800 MB for ten thousand questions; k-means wants to be told how many groups; density-based ones chain A~B~C until a
 * group says two things. Here every member is like its head, which is the phrasing that an editor reads.
 */
import { likeness, type Pieces } from './likeness.ts';

/** @param items most important first @returns groups in the order of their heads, the head first in each */
export function groupAlike<T>(items: readonly T[], piecesOf: (item: T) => Pieces, least: number): T[][] {
  const groups: { readonly head: Pieces; readonly members: T[] }[] = [];
  /** Heads by piece, so that a text is held only against those that share one with it. */
  const byPiece = new Map<string, number[]>();
  for (const item of items) {
    const pieces = piecesOf(item);
    const near = new Set([...pieces.counts.keys()].flatMap((piece) => byPiece.get(piece) ?? []));
    let best = -1;
    let most = least;
    // In the order of the heads: of two equally like, the earlier one.
    for (const n of [...near].sort((a, b) => a - b)) {
      const head = groups[n]?.head;
      const alike = head ? likeness(pieces, head) : 0;
      if (alike >= least && (best < 0 || alike > most)) {
        best = n;
        most = alike;
      }
    }
    const group = groups[best];
    if (group) group.members.push(item);
    else {
      for (const piece of pieces.counts.keys()) {
        const heads = byPiece.get(piece);
        if (heads) heads.push(groups.length);
        else byPiece.set(piece, [groups.length]);
      }
      groups.push({ head: pieces, members: [item] });
    }
  }
  return groups.map(({ members }) => members);
}
