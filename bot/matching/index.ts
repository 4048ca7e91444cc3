/** Text → outcome, entries, confidence. The only door of this folder. */
export {
  type Candidate,
  type LocalWays,
  type Match,
  type Matcher,
  OUTCOMES,
  type Outcome,
  type Part,
} from './types.ts';
