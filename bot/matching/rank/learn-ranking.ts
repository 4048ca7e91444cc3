/** Learns how to weigh the evidence and how sure to be, from rankings of ways that the matcher had not seen. */
import type { GatheredEvidence } from './evidence.ts';
import {
  dot,
  type IsEntry,
  looksOurs,
  looksSure,
  OURS,
  type RankingWeights,
  rankCandidates,
  SIDES,
  SURE,
  sides,
  sigmoid,
} from './rank-labels.ts';

export interface Judged {
  readonly gathered: GatheredEvidence;
  /** The label that was meant. */
  readonly label: number;
}

const ROUNDS = 300;

export function learnRanking(judged: readonly Judged[], isEntry: IsEntry): RankingWeights {
  const stack = learnStack(judged);
  const seen = judged.map(({ gathered, label }) => ({ gathered, label, ranked: rankCandidates(gathered, stack) }));
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
  return { stack, ours, sure };
}

/** Conditional logit by gradient descent over all rankings at once (few weights, smooth, no order to depend on). */
function learnStack(judged: readonly Judged[]): number[] {
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

interface Point {
  readonly x: readonly number[];
  readonly y: number;
}

function learnLogistic(size: number, points: readonly Point[]): number[] {
  return descend(
    Array.from({ length: size }, () => 0),
    (weights, slope) => {
      for (const { x, y } of points) {
        const error = sigmoid(dot(x, weights)) - y;
        for (const [i, value] of x.entries()) slope[i] = (slope[i] ?? 0) + (error * value) / points.length;
      }
    },
  );
}

/** Gradient descent with a pace of its own for each weight (RMSprop). */
function descend(start: readonly number[], addSlope: (weights: readonly number[], slope: number[]) => void): number[] {
  const weights = [...start];
  const speed = start.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = start.map(() => 0);
    addSlope(weights, slope);
    const pace = 0.1 * (1 - round / ROUNDS) + 0.001;
    for (const [i, value] of slope.entries()) {
      speed[i] = 0.9 * (speed[i] ?? 0) + 0.1 * value * value;
      weights[i] = (weights[i] ?? 0) - (pace * value) / (Math.sqrt(speed[i] ?? 0) + 1e-6);
    }
  }
  return weights.map((weight) => Number(weight.toFixed(4)));
}
