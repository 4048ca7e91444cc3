/** Text → outcome, entries, confidence. The only door of this folder. */
export { createMatcher } from './create-matcher.ts';
export {
  type Candidate,
  type LocalWays,
  type Match,
  type Matcher,
  OUTCOMES,
  type Outcome,
  type Part,
} from './types.ts';
export { createPlaceFinder, type FindPlaces, type FoundPlace, type PlaceRole } from './understand/find-places.ts';
