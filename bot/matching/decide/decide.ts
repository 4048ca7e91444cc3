/** A ranking → what is done: answer, ask back, say whose business it is, or say honestly that nothing was found. */
import type { Label } from '../model/labels.ts';
import type { Ranked, Ranking } from '../rank/rank-labels.ts';
import { DECISION } from '../settings.ts';
import type { Outcome } from '../types.ts';

export interface Decision {
  readonly outcome: Extract<Outcome, 'answer' | 'clarify' | 'handoff' | 'complaint' | 'smalltalk' | 'not-ours' | 'none'>;
  /** Entry answered, or neighbour named. */
  readonly id?: string;
  readonly choices: readonly string[];
  readonly confidence: number;
}

/** @param isHidden entries that the region hides; asking for one finds nothing rather than the next best */
export function decide(ranking: Ranking, labelOf: (label: number) => Label, isHidden: (id: string) => boolean): Decision {
  const named = ranking.ranked.map((one) => ({ ...labelOf(one.label), probability: one.probability }));
  const entries = named.filter((one) => one.kind === 'entry');
  const ours = entries.reduce((sum, one) => sum + one.probability, 0);
  const [first] = named;
  const { confidence } = ranking;
  if (!first) return { outcome: 'none', choices: [], confidence: 0 };
  if (ours < DECISION.ours) return decideOthers(named.filter((one) => one.kind !== 'entry'), confidence);
  const best = entries[0];
  if (best && first.kind === 'entry' && confidence >= DECISION.answer && !isHidden(best.id))
    return { outcome: 'answer', id: best.id, choices: [], confidence };
  const choices = entries
    .filter((one) => one.probability >= DECISION.choice && !isHidden(one.id))
    .slice(0, DECISION.choices)
    .map((one) => one.id);
  if (ours >= DECISION.clarify && choices.length > 0) return { outcome: 'clarify', choices, confidence };
  return { outcome: 'none', choices: [], confidence };
}

function decideOthers(others: readonly (Label & Pick<Ranked, 'probability'>)[], confidence: number): Decision {
  const [first] = others;
  if (first?.kind === 'intent' && isIntent(first.id)) return { outcome: first.id, choices: [], confidence };
  if (first?.kind === 'neighbour') return { outcome: 'not-ours', id: first.id, choices: [], confidence };
  return { outcome: 'none', choices: [], confidence };
}

function isIntent(id: string): id is 'handoff' | 'complaint' | 'smalltalk' {
  return id === 'handoff' || id === 'complaint' || id === 'smalltalk';
}
