/** Folds by voice: what was learnt without some authors' ways of asking is asked those, as a stranger would ask it. */
import { type Asked, sameWords } from '../../knowledge/index.ts';
import type { RankingState } from '../asking.ts';
import type { FeatureReader, Features } from '../features/extract-features.ts';
import { simplify } from '../normalise/simplify.ts';
import { gatherEvidence, rereadEvidence, type WaysSource } from '../rank/evidence.ts';
import type { Judged } from '../rank/learn-ranking.ts';
import { WayFeatures } from '../ways/way-features.ts';
import { WaysIndex } from '../ways/ways-index.ts';
import { type Label, labelKey } from './labels.ts';
import { LinearModel } from './linear-model.ts';
import { trainClassifier } from './train-classifier.ts';
import type { Lesson } from './train-linear.ts';

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

/** More folds would only cost time: each is learnt anew. */
const MOST_FOLDS = 6;

/** Authors in groups of about the same number of ways, to be held out together; none where there is but one author. */
export function groupVoices(asked: readonly Asked[]): string[][] {
  const counts = new Map<string, number>();
  for (const { voice } of asked) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  if (counts.size < 2) return [];
  const groups = Array.from({ length: Math.min(MOST_FOLDS, counts.size) }, () => ({ voices: [] as string[], ways: 0 }));
  for (const [voice, ways] of [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const smallest = groups.reduce((a, b) => (b.ways < a.ways ? b : a));
    smallest.voices.push(voice);
    smallest.ways += ways;
  }
  return groups.map(({ voices }) => voices);
}

export function holdOut(
  voices: readonly string[],
  ways: readonly ReadWay[],
  hints: readonly Lesson[],
  labels: readonly Label[],
  reader: FeatureReader,
): Fold {
  const seen = ways.filter(({ way }) => !voices.includes(way.voice));
  return {
    held: ways.filter(({ way }) => voices.includes(way.voice)),
    state: {
      reader,
      labels,
      labelNumbers: new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n])),
      model: new LinearModel(trainClassifier([...toLessons(seen), ...hints], labels)),
      index: new WaysIndex(
        new WayFeatures(seen.map(({ features }) => features)),
        (way) => seen[way]?.way.kind === 'entry',
      ),
      learnt: labels.length,
      gone: new Set(),
      ways: seen.map(({ way, label }) => {
        const simplified = simplify(way.text);
        return { asked: way, simplified, words: sameWords(simplified), label };
      }),
      exact: new Map(),
      twins: new Map(),
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
