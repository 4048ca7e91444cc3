/** An edition → what can be learnt from it. Pure and deterministic: the same edition gives the same model, bit for bit. */
import type { Asked, Edition, Entry, Text } from '../../knowledge/index.ts';
import { createFeatureReader, type ReaderSource } from '../features/create-feature-reader.ts';
import { extractFeatures, type FeatureReader, type Features } from '../features/extract-features.ts';
import { simplify } from '../normalise/simplify.ts';
import { gatherEvidence, type WaysSource } from '../rank/evidence.ts';
import { type Judged, learnRanking } from '../rank/learn-ranking.ts';
import type { RankingWeights } from '../rank/rank-labels.ts';
import { TRAINING } from '../settings.ts';
import { WaysIndex } from '../ways/ways-index.ts';
import { keyOf, type Label, labelKey, listLabels } from './labels.ts';
import { LinearModel } from './linear-model.ts';
import { fingerprintOf, type MatchingModel } from './matching-model.ts';
import { type Lesson, trainLinear } from './train-linear.ts';

export type TrainingSource = ReaderSource & Pick<Edition, 'entries'>;

/** A way of asking with its features; the features are read once for all folds. */
interface ReadWay {
  readonly way: Asked;
  readonly features: Features;
  readonly label: number;
}

/** @param tell told which voice is being held out, then undefined for the last round with all; for a command line */
export function trainModel(
  source: TrainingSource,
  tell: (voice: string | undefined) => void = () => {},
): MatchingModel {
  const labels = listLabels(source);
  const { ways, hints } = readLessons(source, labels);
  const judged: Judged[] = [];
  for (const voice of foldsOf(source.asked)) {
    tell(voice);
    judged.push(...judgeFold(ways, hints, labels.length, voice));
  }
  tell(undefined);
  const linear = trainLinear([...toLessons(ways), ...hints], labels.length);
  return {
    fingerprint: fingerprintOf(source),
    labels,
    linear,
    ranking: judged.length > 0 ? learnRanking(judged, (label) => labels[label]?.kind === 'entry') : DEFAULT_RANKING,
  };
}

/**
 * Without holding voices out: the classifier alone is learnt, how to weigh and how sure to be is taken from the nation's.
 * For an edition without a kept model, such as a test's; a fifth of the time.
 */
export function trainQuickly(source: TrainingSource): MatchingModel {
  const labels = listLabels(source);
  const { ways, hints } = readLessons(source, labels);
  return {
    fingerprint: fingerprintOf(source),
    labels,
    linear: trainLinear([...toLessons(ways), ...hints], labels.length),
    ranking: DEFAULT_RANKING,
  };
}

function readLessons(source: TrainingSource, labels: readonly Label[]): { ways: ReadWay[]; hints: Lesson[] } {
  const reader = createFeatureReader(source);
  return { ways: readWays(source, labels, reader), hints: readEntryTexts(source, labels, reader) };
}

/** Where there is but one voice nothing can be held out: these are the weights learnt from the national edition. */
const DEFAULT_RANKING: RankingWeights = {
  stack: [1.61, 0.27, -1.13, 2.36],
  ours: [0.86, -4.2, -0.62, -0.04, -2.66, 0.65, -0.24, -1.01],
  sure: [0.92, -0.06, 0.03, -1.61, -0.62, 0.46, 0],
};

/** Voices big enough to be a fold: from a voice of a few lines there is nothing to learn about people not heard yet. */
export function foldsOf(asked: readonly Asked[]): string[] {
  const counts = new Map<string, number>();
  for (const { voice } of asked) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  const folds = [...counts].filter(([, ways]) => ways >= asked.length * LEAST_FOLD).map(([voice]) => voice);
  return folds.length < 2 ? [] : folds.sort();
}

const LEAST_FOLD = 0.03;

export function readWays(source: TrainingSource, labels: readonly Label[], reader: FeatureReader): ReadWay[] {
  const numbers = new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n]));
  return source.asked.map((way) => ({
    way,
    features: extractFeatures(way.text, reader),
    label: numbers.get(keyOf(way)) ?? 0,
  }));
}

/** Asks every way of one voice of a matcher that has seen only the others. */
export function judgeFold(ways: readonly ReadWay[], hints: readonly Lesson[], labels: number, voice: string): Judged[] {
  const seen = ways.filter(({ way }) => way.voice !== voice);
  const model = new LinearModel(trainLinear([...toLessons(seen), ...hints], labels));
  const index = new WaysIndex(
    seen.map(({ features }) => features),
    (way) => seen[way]?.way.kind === 'entry',
  );
  const texts = seen.map(({ way }) => simplify(way.text));
  const source: WaysSource = {
    nearest: (features, most) => index.nearest(features, most),
    foreignness: (features) => index.foreignness(features),
    labelOf: (way) => seen[way]?.label ?? 0,
    textOf: (way) => texts[way] ?? '',
  };
  return ways
    .filter(({ way }) => way.voice === voice)
    .map(({ way, features, label }) => ({
      gathered: gatherEvidence(simplify(way.text), features, model, source),
      label,
    }));
}

function toLessons(ways: readonly ReadWay[]): Lesson[] {
  return ways.map(({ features, label }) => ({ features, label, weight: 1 }));
}

/** The entries' own words hint at how they are asked for: above all in English, where fewer people have written. */
export function readEntryTexts(source: TrainingSource, labels: readonly Label[], reader: FeatureReader): Lesson[] {
  const numbers = new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n]));
  const lessons: Lesson[] = [];
  for (const entry of source.entries.values()) {
    const label = numbers.get(labelKey('entry', entry.id));
    if (label === undefined) continue;
    const add = (text: Text, weight: number) => {
      for (const words of [text['zh-CN'], text.en])
        if (words) lessons.push({ features: extractFeatures(withoutHoles(words), reader), label, weight });
    };
    add(entry.question, TRAINING.questionWeight);
    for (const text of textsOfToday(entry)) add(text, TRAINING.textWeight);
  }
  return lessons;
}

/** The newest version speaks of what is asked now; older ones would only repeat it. */
function textsOfToday(entry: Entry): Text[] {
  const version = entry.versions.at(-1);
  const points = version ? [...version.points, ...(version.exceptions ?? []), ...version.steps] : [];
  return [
    ...(version ? [version.short] : []),
    ...points.map((point) => point.text),
    ...(entry.staff?.askBack ?? []),
    ...(entry.staff?.confusions ?? []),
  ];
}

/** `{{minimum-years}}` → a number: which one does not matter, numbers are read as a class. */
function withoutHoles(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, '3');
}
