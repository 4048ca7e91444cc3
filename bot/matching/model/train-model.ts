/** An edition → what can be learnt from it. Pure and deterministic: the same edition gives the same model, bit for bit. */
import type { Edition, Entry, Text } from '../../knowledge/index.ts';
import { countWords } from '../features/count-words.ts';
import { createFeatureReader, type ReaderSource } from '../features/create-feature-reader.ts';
import { extractFeatures, type FeatureReader } from '../features/extract-features.ts';
import { learnRanking } from '../rank/learn-ranking.ts';
import type { RankingWeights } from '../rank/rank-labels.ts';
import { TRAINING } from '../settings.ts';
import { type Fold, groupVoices, holdOut, judgeFold, type ReadWay, toLessons } from './folds.ts';
import { keyOf, type Label, labelKey, listLabels } from './labels.ts';
import { learnTwo } from './learn-two.ts';
import { fingerprintOf, type MatchingModel } from './matching-model.ts';
import { trainClassifier } from './train-classifier.ts';
import type { Lesson } from './train-linear.ts';

export type TrainingSource = ReaderSource & Pick<Edition, 'entries' | 'asked'>;

/** @param tell told which voices are being held out, then undefined for the last round with all; for a command line */
export function trainModel(
  source: TrainingSource,
  tell: (voice: string | undefined) => void = () => {},
): MatchingModel {
  const labels = listLabels(source);
  const words = countWords(source.asked);
  const reader = createFeatureReader(source, words);
  const { ways, hints } = readLessons(source, labels, reader);
  const folds: Fold[] = [];
  for (const voices of groupVoices(source.asked)) {
    tell(voices.join(', '));
    folds.push(holdOut(voices, ways, hints, labels, reader));
  }
  tell(undefined);
  const lessons = [...toLessons(ways), ...hints];
  return {
    fingerprint: fingerprintOf(source),
    labels,
    words,
    linear: trainClassifier(lessons, labels),
    ranking: folds.length > 0 ? learnFrom(folds, labels) : DEFAULT_RANKING,
  };
}

function learnFrom(folds: readonly Fold[], labels: readonly Label[]): RankingWeights {
  const ranking = learnRanking(folds.flatMap(judgeFold), (label) => labels[label]?.kind === 'entry');
  return { ...ranking, two: learnTwo(folds, ranking) };
}

/**
 * Without holding voices out: the classifier alone is learnt; how texts are read, what is weighed and how sure to be is
 * taken from a model that was learnt with folds. A fifth of the time.
 * @param from where there is none, such as for a test's edition, the nation's weights
 */
export function trainQuickly(
  source: TrainingSource,
  from: Pick<MatchingModel, 'words' | 'ranking'> = { words: countWords(source.asked), ranking: DEFAULT_RANKING },
): MatchingModel {
  const labels = listLabels(source);
  const { ways, hints } = readLessons(source, labels, createFeatureReader(source, from.words));
  return {
    fingerprint: fingerprintOf(source),
    labels,
    words: from.words,
    linear: trainClassifier([...toLessons(ways), ...hints], labels),
    ranking: from.ranking,
  };
}

function readLessons(
  source: TrainingSource,
  labels: readonly Label[],
  reader: FeatureReader,
): { ways: ReadWay[]; hints: Lesson[] } {
  return { ways: readWays(source, labels, reader), hints: readEntryTexts(source, labels, reader) };
}

/**
 * Where there is but one voice nothing can be held out: these are the weights learnt from the national edition when it
 * had 26,540 ways of asking. Those learnt from twice as many expect more than a small edition can show.
 */
const DEFAULT_RANKING: RankingWeights = {
  stack: [1.31, 0.37, -0.84, 0.73],
  quick: [1.32, 0.33, 0.04, 0],
  ours: [0.74, -5.21, -0.42, -0.04, -1.23, 0.63, -0.41, 0.39, -1.65],
  sure: [0.82, 0.03, 0.16, -2.18, -1.34, 0.41, -0.28],
  two: [
    0.25, -0.09, 0.39, 1.69, -0.45, 1.88, 1, 0.86, -0.06, -0.46, 0.5, 0.3, -0.08, 0, -0.79, -0.67, 0.37, 0.36, -0.06,
    -0.06, -0.33, -0.86,
  ],
};

export function readWays(source: TrainingSource, labels: readonly Label[], reader: FeatureReader): ReadWay[] {
  const numbers = new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n]));
  return source.asked.map((way) => ({
    way,
    features: extractFeatures(way.text, reader),
    label: numbers.get(keyOf(way)) ?? 0,
  }));
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
