/** Learns how to weigh the evidence and how sure to be, from rankings of ways that the matcher had not seen. */
import type { GatheredEvidence } from './evidence.ts';
import {
  dot,
  type IsEntry,
  looksOurs,
  looksSure,
  OURS,
  type RankingWeights,
  rankInTwoSteps,
  SIDES,
  SURE,
  sides,
  sigmoid,
} from './rank-labels.ts';
import { descend, learnLogistic } from './regression.ts';

export interface Judged {
  readonly gathered: GatheredEvidence;
  /** The same with what Fuse.js says. */
  readonly reread: GatheredEvidence;
  /** The label that was meant. */
  readonly label: number;
}

export function learnRanking(judged: readonly Judged[], isEntry: IsEntry): Omit<RankingWeights, 'two'> {
  const stack = learnStack(judged.map(({ reread, label }) => ({ gathered: reread, label })));
  const quick = learnStack(judged).with(SIDES.indexOf('fuse'), 0);
  const seen = judged.map(({ gathered, reread, label }) => ({
    gathered,
    label,
    ranked: rankInTwoSteps(gathered, { stack, quick }, () => reread),
  }));
  const ours = learnLogistic(
    OURS.length,
    seen.map(({ gathered, label, ranked }) => ({ x: looksOurs(ranked, gathered, isEntry), y: isEntry(label) ? 1 : 0 })),
  );
  const sure = learnLogistic(
    SURE.length,
    seen.map(({ gathered, label, ranked }) => {
      const entries = ranked.filter((one) => isEntry(one.label));
      const isOurs = sigmoid(dot(looksOurs(ranked, gathered, isEntry), ours));
      return { x: looksSure(entries, gathered, isOurs), y: entries[0]?.label === label ? 1 : 0 };
    }),
  );
  return { stack, quick, ours, sure };
}

/** Conditional logit by gradient descent over all rankings at once (few weights, smooth, no order to depend on). */
function learnStack(judged: readonly Pick<Judged, 'gathered' | 'label'>[]): number[] {
  const sets = judged.flatMap(({ gathered, label }) => {
    const right = gathered.candidates.findIndex((one) => one.label === label);
    return right < 0 ? [] : [{ rows: gathered.candidates.map(sides), right }];
  });
  return descend(
    SIDES.map((_, n) => (n === 0 ? 1 : 0.3)),
    (weights, slope) => {
      for (const { rows, right } of sets) {
        const scores = rows.map((row) => dot(row, weights));
        const most = Math.max(...scores);
        const parts = scores.map((score) => Math.exp(score - most));
        const all = parts.reduce((sum, part) => sum + part, 0);
        for (const [n, row] of rows.entries()) {
          const error = (parts[n] ?? 0) / all - (n === right ? 1 : 0);
          for (const [i, x] of row.entries()) slope[i] = (slope[i] ?? 0) + (error * x) / sets.length;
        }
      }
    },
  );
}
