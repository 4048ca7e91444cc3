/**
 * Every number that matching turns on, with its unit, its reason and the measurement that chose it. "Folds" are
 * leave-one-voice-out: all ways of asking of one author are asked of a matcher that has seen only the other authors'.
 * The figures are in docs/evaluation.md; measure again (`npm run train`, `npm run evaluate`) before changing one.
 */
import type { FeatureKind } from './features/extract-features.ts';

export const FEATURE_WEIGHTS: Readonly<Record<FeatureKind, number>> = Object.freeze({
  character: 1,
  'character-pair': 1,
  sound: 1,
  'sound-pair': 1,
  // English has fewer features a sentence; at 1.5 its words count as much as characters do. +0.3 points on the folds.
  word: 1.5,
  concept: 1,
  'concept-pair': 1,
  edge: 1,
  situation: 1,
});

/** The classifier: multinomial logistic regression, trained by gradient descent in a fixed order. */
export const TRAINING = Object.freeze({
  /** Ways of asking a feature must stand in; once is chance. 1: −0.4 points and three times the size. */
  leastWays: 2,
  /** Features are weighted by rarity to this power (0: all alike, 1: log of rarity). 0 and 1 both lose a point. */
  rarityPower: 0.5,
  /** Passes over the ways of asking; 6, 8 and 12 differ by less than chance. */
  passes: 8,
  /** Lessons looked at in all, at least: a small edition is passed over more often … */
  leastLessons: 60_000,
  /** … but not so often that it is learnt by heart. */
  mostPasses: 30,
  /** First step; falls linearly to a tenth. Of 43,700 ways 3 and 2 are the same, 8: −0.6 points, 16: −2.6. */
  step: 4,
  /**
   * Part of a text's features left out at each step, by chance, so that no single one is relied on: +0.1 points on the
   * folds, two on the real questions of the development files; 0.2 to 0.5 measured alike.
   */
  dropped: 0.3,
  /** Part of the certainty taken from the right label and shared among all, against overconfidence: +0.6 points. */
  smoothing: 0.1,
  /** Shrinkage of the weights at each step. */
  shrink: 1e-6,
  /** The entries' own questions and texts are read as ways of asking too, at this weight: +0.4 points, English +3. */
  questionWeight: 1,
  textWeight: 0.1,
});

/** Ways of asking up to which an edition is learnt from on the spot: about a second. */
export const LEARNT_AT_ONCE = 1000;

/** The index of ways of asking. */
export const NEAREST = Object.freeze({
  rarityPower: 1.3,
  /** Nearest ways that vote; 10 squared beats 1, 20 and 40. */
  ways: 10,
  /** Postings read for a query at most, rarest features first: what keeps 100,000 ways as quick as 10,000. 8,000: the same. */
  postings: 2_000,
});

/**
 * Fuse.js re-reads the nearest way of each of the nearest labels letter by letter. Its defaults are made for short Latin
 * names: `location` and `distance` would punish a word for standing late in a sentence, hence ignoreLocation; field
 * length says nothing here, hence ignoreFieldNorm; what differs in more than 0.6 of its letters is as good as different
 * (0.8 takes twice the time).
 */
export const FUSE = Object.freeze({
  options: Object.freeze({
    includeScore: true,
    shouldSort: false,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.6,
  }),
  /** Re-read where the likeliest label has less than this: above it no labelled question changed, and it was half the time. */
  doubt: 0.9,
  /** Ways re-read, each of another label. */
  ways: 4,
  /** Letters compared. Beyond 32 Fuse.js searches piece by piece; the time grows with the letters. */
  letters: 24,
});

/** Candidates that are ranked in the end. */
export const RANKED = 10;

/**
 * When to answer, ask back, or be silent. On the folds, answering whenever a message is ours beats answering when the
 * entry is sure: at 3 % off-topic answered it finds 89 % instead of 81 %. What is ours but unsure is asked back.
 */
export const DECISION = Object.freeze({
  /**
   * Least probability that the message is ours, for an answer. Of 5,222 things that aren't, written by eight authors
   * while these were held out, 2.4 % are answered; 0.6: 2.9 %, 0.8: 1.7 % and 0.8 points fewer of our own. Of 2,353
   * written by two others to lie as near as can be, 7 % are.
   */
  ours: 0.7,
  /** Least confidence in the entry, for an answer. Of held-out answers between 0.3 and 0.4 about as many are right as wrong. */
  answer: 0.35,
  /** A word or two ("转移", "pension") can mean anything: with no more features than this … */
  terse: 17,
  /** … the entry must be surer, or what could be meant is offered. */
  answerTerse: 0.75,
  /** Least probability that it is ours, for asking back. */
  clarify: 0.6,
  /** Least probability of a neighbour or an intent to be named; below it, "not found". */
  other: 0.3,
  /** Choices below this share are not offered. */
  choice: 0.05,
  choices: 3,
  /** What a message is worth that is a known way of asking to the letter. */
  exact: 0.97,
});

/**
 * A region's own ways of asking, and an entry newer than what was learnt, are unknown to the classifier. Their likeness
 * stands in for it: at 0.5 (half the weight of the words shared) a way speaks as a classifier would that gives its entry
 * one chance in two. Of 7,146 held-out ways the nearest at 0.5 was right in 85 of 100, at 0.3 in 62.
 */
export const LOCAL = Object.freeze({
  /** Classifier's log probability = steepness × log likeness. */
  steepness: 1.2,
  /** Likeness from which a message counts as ours whatever was learnt of its words: on held-out ways 9 in 10 were. */
  likeness: 0.35,
});

/** When one message is read as two questions. */
export const SPLIT = Object.freeze({
  /** Least certainty that it is two. On the open labelled sets 0.45 finds three points fewer pairs, 0.25 cuts half as many single questions again. */
  sure: 0.38,
  /** Probability of the whole's second entry from which a message is torn between two … */
  torn: 0.002,
  /** … below it the classifier's log probability of the halves together has to be at least this. */
  promise: -2,
  /** A message that isn't torn is looked at only if it can be cut in no more places than this. */
  few: 2,
  /**
   * Least probability that a half is ours which sounds like a question: "要钱吗" alone could be anybody's. 0.7 finds five
   * points fewer. One that doesn't ("我是中国人，…") has to be as likely ours as a whole message.
   */
  ours: 0.3,
  /** How much the whole message says about a half: its share to this power … */
  context: 0.35,
  /** … above a floor for entries that the whole does not speak of. */
  floor: 0.0005,
});
