/** A ranking → what is done: answer, ask back, say whose business it is, or say honestly that nothing was found. */
import type { Label } from '../model/labels.ts';
import type { Ranked, Ranking } from '../rank/rank-labels.ts';
import { DECISION } from '../settings.ts';
import type { Outcome } from '../types.ts';

export interface Decision {
  readonly outcome: Extract<
    Outcome,
    'answer' | 'clarify' | 'handoff' | 'complaint' | 'smalltalk' | 'not-ours' | 'none'
  >;
  /** Entry answered, or neighbour named. */
  readonly id?: string;
  readonly choices: readonly string[];
  readonly confidence: number;
}

/** The confidence in an entry from which it is an answer. */
export function leastConfidence({ length }: Pick<Ranking, 'length'>): number {
  return length <= DECISION.terse ? DECISION.answerTerse : DECISION.answer;
}

type Named = Label & Pick<Ranked, 'probability'>;

/** @param isHidden entries that the region hides; asking for one finds nothing rather than the next best */
export function decide(
  ranking: Ranking,
  labelOf: (label: number) => Label,
  isHidden: (id: string) => boolean,
): Decision {
  const named: Named[] = ranking.ranked.map((one) => ({ ...labelOf(one.label), probability: one.probability }));
  const entries = named.filter((one) => one.kind === 'entry');
  const { confidence, ours } = ranking;
  const [best] = entries;
  if (best && ours >= DECISION.ours && confidence >= leastConfidence(ranking) && !isHidden(best.id))
    return { outcome: 'answer', id: best.id, choices: [], confidence };
  const other = decideOther(
    named.find((one) => one.kind !== 'entry'),
    1 - ours,
  );
  if (other && ours < DECISION.clarify) return other;
  const choices = entries
    .filter((one) => one.probability >= DECISION.choice && !isHidden(one.id))
    .slice(0, DECISION.choices)
    .map((one) => one.id);
  if (ours >= DECISION.clarify && choices.length > 0) return { outcome: 'clarify', choices, confidence };
  return { outcome: 'none', choices: [], confidence };
}

function decideOther(first: Named | undefined, confidence: number): Decision | undefined {
  if (!first || first.probability < DECISION.other) return undefined;
  if (first.kind === 'neighbour') return { outcome: 'not-ours', id: first.id, choices: [], confidence };
  return isIntent(first.id) ? { outcome: first.id, choices: [], confidence } : undefined;
}

function isIntent(id: string): id is 'handoff' | 'complaint' | 'smalltalk' {
  return id === 'handoff' || id === 'complaint' || id === 'smalltalk';
}
