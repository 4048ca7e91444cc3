/** Text → outcome, entries, confidence. The only door of this folder. */
export { createMatcher } from './create-matcher.ts';
export { explainMatch, type SayWhy } from './explain/explain-match.ts';
export { fingerprintOf, type MatchingModel, missesLabels } from './model/matching-model.ts';
export { modelFile, readModel, writeModel } from './model/model-file.ts';
export { trainModel, trainQuickly } from './model/train-model.ts';
export { simplify } from './normalise/simplify.ts';
export { LEARNT_AT_ONCE } from './settings.ts';
export {
  type Candidate,
  type Explanation,
  type LocalWays,
  type Match,
  type Matcher,
  OUTCOMES,
  type Outcome,
  type Part,
} from './types.ts';
export { createPlaceFinder, type FindPlaces, type FoundPlace, type PlaceRole } from './understand/find-places.ts';
