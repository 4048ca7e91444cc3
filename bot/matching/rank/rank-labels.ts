/**
 * Evidence → one probability a label, and a confidence in the first: a conditional logit over the candidates and a
 * logistic regression on what the ranking looks like. Both are learnt on folds (rank/learn-ranking.ts), so that a
 * confidence of 0.9 is right nine times in ten for people nobody here has heard.
 */
import type { Evidence, GatheredEvidence } from './evidence.ts';

/** Learnt numbers; kept beside the classifier. */
export interface RankingWeights {
  /** For `sides` of each candidate. */
  readonly stack: readonly number[];
  /** For `looks` of the ranking; the last is the constant. */
  readonly confidence: readonly number[];
}

export interface Ranked extends Evidence {
  readonly probability: number;
}

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** 0…1, calibrated: how often a first like this one is right. */
  readonly confidence: number;
  readonly known: number;
}

export const SIDES = ['classifier', 'votes', 'likeness', 'fuse'] as const;

/** What is weighed for a candidate, in the order of SIDES. */
export function sides(evidence: Evidence): number[] {
  return [evidence.classifier, Math.log(evidence.votes + VOTE_FLOOR), evidence.likeness, evidence.fuse];
}

/** A label without a vote among the nearest is not impossible; 0.01–0.03 measured alike. */
const VOTE_FLOOR = 0.02;

export const LOOKS = ['first', 'margin', 'known', 'likeness', 'constant'] as const;

/** What tells how sure a ranking is, in the order of LOOKS. */
export function looks(ranked: readonly Ranked[], known: number): number[] {
  const first = ranked[0]?.probability ?? 0;
  const second = ranked[1]?.probability ?? 0;
  return [logit(first), Math.log((first + 1e-4) / (second + 1e-4)), known, ranked[0]?.likeness ?? 0, 1];
}

export function rankLabels({ candidates, known }: GatheredEvidence, weights: RankingWeights): Ranking {
  const scores = candidates.map((candidate) => dot(sides(candidate), weights.stack));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const ranked = candidates
    .map((candidate, n) => ({ ...candidate, probability: (parts[n] ?? 0) / all }))
    .sort((a, b) => b.probability - a.probability || a.label - b.label);
  return { ranked, confidence: sigmoid(dot(looks(ranked, known), weights.confidence)), known };
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function logit(p: number): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(kept / (1 - kept));
}
