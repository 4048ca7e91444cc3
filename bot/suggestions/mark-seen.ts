/** Notes in the store that an editor has dealt with a group; it isn't suggested again. */
import type { OpenQuestion, Store } from '../store/index.ts';
import type { Suggestion } from './make-suggestions.ts';

/** @param status `answered` when something was done about it, `closed` when nothing is to be done @returns askings marked */
export async function markSeen(
  store: Pick<Store, 'addOpenQuestion' | 'setQuestionStatus'>,
  { questions }: Pick<Suggestion, 'questions'>,
  status: Extract<OpenQuestion['status'], 'answered' | 'closed'>,
): Promise<number> {
  for (const { id, add } of questions.flatMap(({ records }) => records))
    if (add) await store.addOpenQuestion({ ...add, status });
    else await store.setQuestionStatus(id, status);
  return questions.length;
}
