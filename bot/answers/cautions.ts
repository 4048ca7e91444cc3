/** What must not wait for "tell me more": that a rule may have changed and the agency's practice of today decides. */
import type { Answer, SaidPoint } from './answer.ts';

/** @returns the exceptions that are said with the short answer, in order */
export function cautionsOf(answer: Pick<Answer, 'exceptions'>): SaidPoint[] {
  return answer.exceptions.filter((point) => point.withShort);
}
