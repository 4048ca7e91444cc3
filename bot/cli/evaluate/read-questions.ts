/** Lines of a question file. A line that cannot be read is an error with its number, not a question left out. */
import { z } from 'zod';
import type { Say } from '../../wording/index.ts';

const Question = z.looseObject({
  q: z.string().min(1),
  ids: z.array(z.string()),
  lang: z.string().optional(),
  style: z.string().optional(),
  author: z.string().optional(),
  /** Two questions in one message, both of `ids` to be answered. */
  both: z.boolean().optional(),
});
export type Question = z.infer<typeof Question>;

/** @throws Error naming file and line */
export function readQuestions(file: string, text: string, say: Say): Question[] {
  return text.split('\n').flatMap((line, n) => {
    if (line.trim() === '') return [];
    try {
      return [Question.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(say('matching:evaluate.unreadable', { file, line: n + 1 }), { cause });
    }
  });
}
