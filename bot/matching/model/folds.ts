/** Folds by voice: what was learnt without one author's ways of asking is asked those, as a stranger would ask it. */
import type { Asked } from '../../knowledge/index.ts';
import type { RankingState } from '../asking.ts';
import type { FeatureReader, Features } from '../features/extract-features.ts';
import { simplify } from '../normalise/simplify.ts';
import { gatherEvidence, rereadEvidence, type WaysSource } from '../rank/evidence.ts';
import type { Judged } from '../rank/learn-ranking.ts';
import { WaysIndex } from '../ways/ways-index.ts';
import { type Label, labelKey } from './labels.ts';
import { LinearModel } from './linear-model.ts';
import { type Lesson, trainLinear } from './train-linear.ts';

/** A way of asking with its features; the features are read once for all folds. */
export interface ReadWay {
  readonly way: Asked;
  readonly features: Features;
  readonly label: number;
}

export interface Fold {
  /** The ways held out. */
  readonly held: readonly ReadWay[];
  /** What was learnt from all others. */
  readonly state: Omit<RankingState, 'ranking'>;
}

const LEAST_FOLD = 0.03;

/** Voices big enough to be a fold: from a voice of a few lines there is nothing to learn about people not heard yet. */
export function voicesToHoldOut(asked: readonly Asked[]): string[] {
  const counts = new Map<string, number>();
  for (const { voice } of asked) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  const voices = [...counts].filter(([, ways]) => ways >= asked.length * LEAST_FOLD).map(([voice]) => voice);
  return voices.length < 2 ? [] : voices.sort();
}

export function holdOut(
  voice: string,
  ways: readonly ReadWay[],
  hints: readonly Lesson[],
  labels: readonly Label[],
  reader: FeatureReader,
): Fold {
  const seen = ways.filter(({ way }) => way.voice !== voice);
  return {
    held: ways.filter(({ way }) => way.voice === voice),
    state: {
      reader,
      labels,
      labelNumbers: new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n])),
      model: new LinearModel(trainLinear([...toLessons(seen), ...hints], labels.length)),
      index: new WaysIndex(
        seen.map(({ features }) => features),
        (way) => seen[way]?.way.kind === 'entry',
      ),
      ways: seen.map(({ way, label }) => ({ asked: way, simplified: simplify(way.text), label })),
      exact: new Map(),
    },
  };
}

/** Asks the fold every way that was held out. */
export function judgeFold({ held, state }: Fold): Judged[] {
  const source: WaysSource = {
    nearest: (features, most) => state.index.nearest(features, most),
    foreignness: (features) => state.index.foreignness(features),
    labelOf: (way) => state.ways[way]?.label ?? 0,
    textOf: (way) => state.ways[way]?.simplified ?? '',
  };
  return held.map(({ way, features, label }) => {
    const gathered = gatherEvidence(features, state.model, source);
    return { gathered, reread: rereadEvidence(simplify(way.text), gathered, source), label };
  });
}

export function toLessons(ways: readonly ReadWay[]): Lesson[] {
  return ways.map(({ features, label }) => ({ features, label, weight: 1 }));
}
