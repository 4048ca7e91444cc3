/** Everything a match looks at, built once for an edition from its ways of asking and what was learnt from them. */
import { type Asked, type Edition, sameWords } from '../knowledge/index.ts';
import { createFeatureReader } from './features/create-feature-reader.ts';
import { extractFeatures, type FeatureReader, type Features } from './features/extract-features.ts';
import { keyOf, type Label, labelKey } from './model/labels.ts';
import { LinearModel } from './model/linear-model.ts';
import type { MatchingModel } from './model/matching-model.ts';
import { simplify } from './normalise/simplify.ts';
import { WaysIndex } from './ways/ways-index.ts';

export interface MatchingState {
  readonly edition: Edition;
  readonly reader: FeatureReader;
  readonly labels: readonly Label[];
  readonly labelNumbers: ReadonlyMap<string, number>;
  readonly model: LinearModel;
  readonly ranking: MatchingModel['ranking'];
  readonly index: WaysIndex;
  readonly ways: readonly KnownWay[];
  /** Ways by their words, for a message that is one of them to the letter. */
  readonly exact: ReadonlyMap<string, number>;
  /** Of ways in the same words (in 繁體, with other punctuation): one → the one before it. Few have any. */
  readonly twins: ReadonlyMap<number, number>;
}

export interface KnownWay {
  readonly asked: Asked;
  readonly simplified: string;
  readonly label: number;
}

export function createState(edition: Edition, model: MatchingModel): MatchingState {
  const reader = createFeatureReader(edition);
  const labelNumbers = new Map(model.labels.map((label, n) => [labelKey(label.kind, label.id), n]));
  const ways: KnownWay[] = [];
  const features: Features[] = [];
  const exact = new Map<string, number>();
  const twins = new Map<number, number>();
  for (const asked of edition.asked) {
    const simplified = simplify(asked.text);
    const words = sameWords(simplified);
    const twin = exact.get(words);
    if (twin !== undefined) twins.set(ways.length, twin);
    exact.set(words, ways.length);
    ways.push({ asked, simplified, label: labelNumbers.get(keyOf(asked)) ?? -1 });
    features.push(extractFeatures(asked.text, reader));
  }
  return {
    edition,
    reader,
    labels: model.labels,
    labelNumbers,
    model: new LinearModel(model.linear),
    ranking: model.ranking,
    index: new WaysIndex(features, (way) => ways[way]?.asked.kind === 'entry'),
    ways,
    exact,
    twins,
  };
}
