/**
 * A ranking in which some labels are known not to be meant. Dividing what they had among the others would make whatever
 * came second sure of itself: taking a way of asking from its entry, two times in three some other entry then answered.
 * So how sure the next entry is is judged by the share it had; only for asking back are the others weighed anew.
 */
import type { GatheredEvidence } from './evidence.ts';
import { type IsEntry, type Ranking, type RankingWeights, sureOf } from './rank-labels.ts';

export function passOver(
  ranking: Ranking,
  labels: ReadonlySet<number>,
  gathered: GatheredEvidence,
  weights: RankingWeights,
  isEntry: IsEntry,
): Ranking {
  const others = ranking.ranked.filter(({ label }) => !labels.has(label));
  const share = others.reduce((sum, { probability }) => sum + probability, 0);
  if (others.length === ranking.ranked.length || share === 0) return { ...ranking, ranked: others };
  return {
    ranked: others.map((one) => ({ ...one, probability: one.probability / share })),
    ours: ranking.ours,
    length: ranking.length,
    confidence: sureOf(
      others.filter(({ label }) => isEntry(label)),
      gathered,
      ranking.ours,
      weights,
    ),
  };
}
