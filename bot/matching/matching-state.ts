/** Everything a match looks at, built once for an edition from its ways of asking and what was learnt from them. */
import { type Asked, type Edition, sameWords } from '../knowledge/index.ts';
import { createFeatureReader } from './features/create-feature-reader.ts';
import { extractFeatures, type FeatureReader } from './features/extract-features.ts';
import { readsAlike } from './features/reads-alike.ts';
import { keyOf, type Label, labelKey } from './model/labels.ts';
import { LinearModel } from './model/linear-model.ts';
import { type MatchingModel, missingLabels } from './model/matching-model.ts';
import { simplify } from './normalise/simplify.ts';
import { WayFeatures } from './ways/way-features.ts';
import { WaysIndex } from './ways/ways-index.ts';

export interface MatchingState {
  readonly edition: Edition;
  readonly reader: FeatureReader;
  /** Those that were learnt, in that order, then what the edition has got since. */
  readonly labels: readonly Label[];
  readonly labelNumbers: ReadonlyMap<string, number>;
  /** How many of the labels were learnt. */
  readonly learnt: number;
  /** Entries that were learnt and are no more. */
  readonly gone: ReadonlySet<string>;
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
  /** `sameWords` of it. */
  readonly words: string;
  readonly label: number;
}

/** A state with what the next one is built from. */
export interface BuiltState {
  readonly state: MatchingState;
  readonly model: MatchingModel;
  readonly features: WayFeatures;
}

/**
 * @param before of an earlier reading of the same folder: ways of asking that are the same objects and are still read
 * alike are taken over. Reading one file's ways takes a hundredth of the time that reading all does.
 */
export function buildState(edition: Edition, model: MatchingModel, before?: BuiltState): BuiltState {
  const sameModel = before?.model === model ? before : undefined;
  const isAlike = before && readsAlike(before.state.edition, before.model.words, edition, model.words);
  const reader = before && isAlike === 'all' ? before.state.reader : createFeatureReader(edition, model.words);
  const labels = [...model.labels, ...missingLabels(model, edition)];
  const labelNumbers = new Map(labels.map((label, n) => [labelKey(label.kind, label.id), n]));
  const places = new Map(before?.state.ways.map(({ asked }, n) => [asked, n]));
  const ways: KnownWay[] = [];
  const exact = new Map<string, number>();
  const twins = new Map<number, number>();
  const read = edition.asked.map((asked) => {
    const place = places.get(asked);
    const known = place === undefined ? undefined : before?.state.ways[place];
    const simplified = known?.simplified ?? simplify(asked.text);
    const words = known?.words ?? sameWords(simplified);
    const label = labelNumbers.get(keyOf(asked)) ?? -1;
    const twin = exact.get(words);
    if (twin !== undefined) twins.set(ways.length, twin);
    exact.set(words, ways.length);
    ways.push(known?.label === label ? known : { asked, simplified, words, label });
    const kept = place !== undefined && (isAlike === 'all' || isAlike?.(simplified));
    return kept ? place : extractFeatures(asked.text, reader);
  });
  const features = new WayFeatures(read, before?.features);
  const state: MatchingState = {
    edition,
    reader,
    labels,
    labelNumbers,
    learnt: model.labels.length,
    gone: new Set(labels.flatMap(({ kind, id }) => (kind === 'entry' && !edition.entries.has(id) ? [id] : []))),
    model: sameModel?.state.model ?? new LinearModel(model.linear),
    ranking: model.ranking,
    index: new WaysIndex(features, (way) => ways[way]?.asked.kind === 'entry'),
    ways,
    exact,
    twins,
  };
  return { state, model, features };
}
