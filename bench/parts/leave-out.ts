/** Folds with one part of matching left out: a kind of feature before anything is learnt, or a sign after. */
import type { Edition } from '../../bot/knowledge/index.ts';
import { countWords } from '../../bot/matching/features/count-words.ts';
import { createFeatureReader } from '../../bot/matching/features/create-feature-reader.ts';
import { FEATURE_KINDS, type FeatureKind, type Features } from '../../bot/matching/features/extract-features.ts';
import { type Fold, groupVoices, holdOut, judgeFold } from '../../bot/matching/model/folds.ts';
import { type Label, listLabels } from '../../bot/matching/model/labels.ts';
import { readEntryTexts, readWays } from '../../bot/matching/model/train-model.ts';
import type { Evidence, GatheredEvidence } from '../../bot/matching/rank/evidence.ts';
import type { Judged } from '../../bot/matching/rank/learn-ranking.ts';

export interface PreparedFolds {
  readonly labels: readonly Label[];
  readonly folds: readonly Fold[];
  readonly judged: readonly Judged[];
  /** Style of each judged way. */
  readonly styles: readonly string[];
  readonly voices: readonly string[];
  readonly held: number;
}

/** Kinds of features, as they stand in the table. */
export const KINDS_LEFT_OUT: Readonly<Record<string, readonly FeatureKind[]>> = {
  characters: ['character', 'character-pair'],
  sounds: ['sound', 'sound-pair'],
  synonyms: ['concept', 'concept-pair'],
  'situation (age, spans, provinces)': ['situation'],
  'first and last word': ['edge'],
};

/** Signs of the ranking. What a regression is never shown it cannot weigh. */
export const SIGNS_LEFT_OUT: Readonly<Record<string, (gathered: GatheredEvidence) => GatheredEvidence>> = {
  'Fuse.js': ofEach((one) => ({ ...one, fuse: 0 })),
  'nearest ways and Fuse.js': ofEach((one) => ({ ...one, votes: 0, likeness: 0, fuse: 0 })),
  classifier: ofEach((one) => ({ ...one, classifier: 0 })),
  'what is learnt apart for "is it ours"': (gathered) => ({ ...gathered, gate: 0 }),
  'foreign words, concepts, length in "is it ours"': (gathered) => ({
    ...gathered,
    foreign: 0,
    concepts: 1,
    length: 1,
  }),
};

function ofEach(change: (one: Evidence) => Evidence): (gathered: GatheredEvidence) => GatheredEvidence {
  return (gathered) => ({ ...gathered, candidates: gathered.candidates.map(change) });
}

export function withoutKinds(kinds: readonly FeatureKind[]): (features: Features) => Features {
  const out = new Set(kinds.map((kind) => FEATURE_KINDS.indexOf(kind)));
  return ({ hashes, kinds: all, script }) => ({
    hashes: hashes.filter((_, n) => !out.has(all[n] ?? -1)),
    kinds: all.filter((kind) => !out.has(kind)),
    script,
  });
}

/** Learns without each of the first `most` groups of authors, and asks their ways. */
export function prepareFolds(edition: Edition, most: number, change: (features: Features) => Features): PreparedFolds {
  const labels = listLabels(edition);
  const reader = createFeatureReader(edition, countWords(edition.asked));
  const ways = readWays(edition, labels, reader).map((way) => ({ ...way, features: change(way.features) }));
  const hints = readEntryTexts(edition, labels, reader).map((lesson) => ({
    ...lesson,
    features: change(lesson.features),
  }));
  const groups = groupVoices(edition.asked).slice(0, most);
  const folds = groups.map((voices) => holdOut(voices, ways, hints, labels, reader));
  const judged = folds.flatMap(judgeFold);
  return {
    labels,
    folds,
    judged,
    styles: folds.flatMap(({ held }) => held.map(({ way }) => way.style)),
    voices: groups.flat(),
    held: judged.length,
  };
}
