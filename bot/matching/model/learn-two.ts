/**
 * Learns when a message is two questions: from pairs of held-out ways of asking, joined as people join them, against
 * single ways that could be cut and stories that end in a bare "怎么转". A cut is right where both halves then find what was asked.
 */
import { Asking, NOTHING_LOCAL } from '../asking.ts';
import { findCut, TWO } from '../decide/choose-halves.ts';
import type { RankingWeights } from '../rank/rank-labels.ts';
import { learnLogistic, type Point } from '../rank/regression.ts';
import type { Fold } from './folds.ts';
import { addTails, joinQuestions } from './join-questions.ts';

/** Pairs and single ways looked at in each fold. */
const PAIRS = 400;
const SINGLES = 400;
const TAILED = 150;

export function learnTwo(folds: readonly Fold[], ranking: Omit<RankingWeights, 'two'>): number[] {
  const points = folds.flatMap(({ held, state }): Point[] => {
    const asking = new Asking({ ...state, ranking: { ...ranking, two: [] } }, NOTHING_LOCAL);
    const ours = held.map(({ way }) => way).filter(({ kind }) => kind === 'entry');
    const every = Math.max(1, Math.floor(ours.length / SINGLES));
    return [
      ...joinQuestions(ours, PAIRS).flatMap(({ text, first, second }) => readPoint(text, asking, first.of, second.of)),
      ...addTails(ours, TAILED).flatMap((text) => readPoint(text, asking)),
      ...ours.filter((_, n) => n % every === 0).flatMap(({ text }) => readPoint(text, asking)),
    ];
  });
  return learnLogistic(TWO.length, points);
}

/** None where the message can't be cut. @param first @param second what was asked; left out where it is one question */
function readPoint(text: string, asking: Asking, first?: string, second?: string): Point[] {
  const cut = findCut(text, asking.rank(text).ranking, asking);
  if (!cut) return [];
  const [one, two] = cut.halves;
  return [{ x: cut.signs, y: one.entry === first && two.entry === second ? 1 : 0 }];
}
