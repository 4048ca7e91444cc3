/** How often two held-out ways, joined as people join them, are both found, and how often a single one is cut in two. */
import { Asking, NOTHING_LOCAL } from '../../bot/matching/asking.ts';
import { findCut } from '../../bot/matching/decide/choose-halves.ts';
import { joinQuestions } from '../../bot/matching/model/join-questions.ts';
import { learnTwo } from '../../bot/matching/model/learn-two.ts';
import { learnRanking } from '../../bot/matching/rank/learn-ranking.ts';
import { dot, sigmoid } from '../../bot/matching/rank/rank-labels.ts';
import { percent } from '../matching/table.ts';
import type { PreparedFolds } from './leave-out.ts';

const CERTAIN_FROM = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const PAIRS = 600;

/** @returns a row of the table for each certainty */
export function scoreTwo({ folds, judged, labels }: PreparedFolds): string[][] {
  const ranking = learnRanking(judged, (label) => labels[label]?.kind === 'entry');
  const pairs: number[] = [];
  const singles: number[] = [];
  folds.forEach(({ held, state }, n) => {
    // Learnt from the other folds, so that the signs of a cut are as new as its words.
    const weights = learnTwo(
      folds.filter((_, k) => k !== n || folds.length === 1),
      ranking,
    );
    const asking = new Asking({ ...state, ranking: { ...ranking, two: weights } }, NOTHING_LOCAL);
    const certainty = (text: string, first?: string, second?: string): number => {
      const cut = findCut(text, asking.rank(text).ranking, asking);
      if (!cut) return 0;
      const isRight = first === undefined || (cut.halves[0].entry === first && cut.halves[1].entry === second);
      return isRight ? sigmoid(dot(cut.signs, weights)) : 0;
    };
    const ours = held.map(({ way }) => way).filter(({ kind }) => kind === 'entry');
    pairs.push(...joinQuestions(ours, PAIRS).map(({ text, first, second }) => certainty(text, first.of, second.of)));
    singles.push(...ours.filter((_, k) => k % 3 === 0).map(({ text }) => certainty(text)));
  });
  const above = (list: readonly number[], from: number) => list.filter((value) => value >= from).length;
  return CERTAIN_FROM.map((from) => [
    from.toFixed(1),
    percent(above(pairs, from), pairs.length),
    percent(above(singles, from), singles.length),
  ]);
}
