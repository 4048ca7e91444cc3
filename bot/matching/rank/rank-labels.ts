/**
 * Evidence → one probability a label; how likely the message is ours at all; and how likely the first entry is right.
 * Three small regressions, learnt on folds (learn-ranking.ts), so that a confidence of 0.9 is right nine times in ten
 * for people nobody here has heard. That a message is ours is judged apart from which entry it is: what makes an answer
 * wrong for a stranger's question is not what makes two entries hard to tell apart.
 */
import { FUSE } from '../settings.ts';
import type { Evidence, GatheredEvidence } from './evidence.ts';

/** Learnt numbers; kept beside the classifier. The last of `ours`, `sure` and `two` is the constant. */
export interface RankingWeights {
  /** For SIDES of each candidate; the same without Fuse.js. */
  readonly stack: readonly number[];
  readonly quick: readonly number[];
  /** For OURS of the ranking. */
  readonly ours: readonly number[];
  /** For SURE of the ranking. */
  readonly sure: readonly number[];
  /** For TWO of a cut: whether a message is two questions (decide/choose-halves.ts). */
  readonly two: readonly number[];
}

export interface Ranked extends Evidence {
  readonly probability: number;
}

export interface Ranking {
  /** Best first; entries, neighbours and intents together. */
  readonly ranked: readonly Ranked[];
  /** 0…1: that an entry of the edition is what was asked for. */
  readonly ours: number;
  /** 0…1, calibrated: that the first entry is right. */
  readonly confidence: number;
  /** Number of features: how much was said. */
  readonly length: number;
}

export const SIDES = ['classifier', 'votes', 'likeness', 'fuse'] as const;

/** A label without a vote among the nearest is not impossible; 0.01–0.03 measured alike. */
const VOTE_FLOOR = 0.02;

/** What is weighed for a candidate, in the order of SIDES. */
export function sides(evidence: Evidence): number[] {
  return [evidence.classifier, Math.log(evidence.votes + VOTE_FLOOR), evidence.likeness, evidence.fuse];
}

export const OURS = [
  'entries',
  'foreign',
  'no concept',
  'concepts',
  'like another',
  'length',
  'known',
  'gate',
  'constant',
] as const;

/** What tells whether a message is ours, in the order of OURS. */
export function looksOurs(ranked: readonly Ranked[], gathered: GatheredEvidence, isEntry: IsEntry): number[] {
  let entries = 0;
  let likeAnother = 0;
  for (const one of ranked)
    if (isEntry(one.label)) entries += one.probability;
    else likeAnother = Math.max(likeAnother, one.likeness);
  return [
    logit(entries),
    gathered.foreign,
    gathered.concepts === 0 ? 1 : 0,
    Math.min(4, gathered.concepts),
    likeAnother,
    Math.log(1 + gathered.length),
    gathered.known,
    gathered.gate,
    1,
  ];
}

export const SURE = ['first', 'margin', 'ours', 'foreign', 'likeness', 'known', 'constant'] as const;

/** What tells how sure the first entry is, in the order of SURE. */
export function looksSure(entries: readonly Ranked[], gathered: GatheredEvidence, ours: number): number[] {
  const first = entries[0]?.probability ?? 0;
  const second = entries[1]?.probability ?? 0;
  return [
    logit(first),
    Math.log((first + 1e-4) / (second + 1e-4)),
    logit(ours),
    gathered.foreign,
    entries[0]?.likeness ?? 0,
    gathered.known,
    1,
  ];
}

/** Whether a label is an entry of the edition, not a neighbour or an intent. */
export type IsEntry = (label: number) => boolean;

/** @param reread gives the evidence with what Fuse.js says; asked only where classifier and index leave a doubt */
export function rankLabels(
  gathered: GatheredEvidence,
  weights: RankingWeights,
  isEntry: IsEntry,
  reread?: () => GatheredEvidence,
): Ranking {
  const ranked = rankInTwoSteps(gathered, weights, reread);
  const ours = sigmoid(dot(looksOurs(ranked, gathered, isEntry), weights.ours));
  const entries = ranked.filter((one) => isEntry(one.label));
  return { ranked, ours, confidence: sureOf(entries, gathered, ours, weights), length: gathered.length };
}

/** @param entries best first @returns 0…1, calibrated: that the first is right */
export function sureOf(
  entries: readonly Ranked[],
  gathered: GatheredEvidence,
  ours: number,
  weights: RankingWeights,
): number {
  return sigmoid(dot(looksSure(entries, gathered, ours), weights.sure));
}

export function rankInTwoSteps(
  gathered: GatheredEvidence,
  weights: Pick<RankingWeights, 'stack' | 'quick'>,
  reread?: () => GatheredEvidence,
): Ranked[] {
  const quick = rankCandidates(gathered, weights.quick);
  return !reread || (quick[0]?.probability ?? 0) >= FUSE.doubt ? quick : rankCandidates(reread(), weights.stack);
}

export function rankCandidates({ candidates }: GatheredEvidence, stack: readonly number[]): Ranked[] {
  const scores = candidates.map((candidate) => dot(sides(candidate), stack));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const all = parts.reduce((sum, part) => sum + part, 0);
  return candidates
    .map((candidate, n) => ({ ...candidate, probability: (parts[n] ?? 0) / all }))
    .sort((a, b) => b.probability - a.probability || a.label - b.label);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  const kept = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(kept / (1 - kept));
}
