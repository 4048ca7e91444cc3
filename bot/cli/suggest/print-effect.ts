/** The effect of a change, as a table that an editor reads before it is kept. */
import type { Effect } from '../../suggestions/index.ts';
import type { SuggestInput } from './command.ts';

/** Rows shown; what gets worse comes first and is what decides. */
const MOST_ROWS = 40;

export function printEffect(effect: Effect, { say, print, printTable }: SuggestInput): void {
  const { questions, rightBefore, rightAfter, changed } = effect;
  const count = (kind: string) => changed.filter(({ change }) => change === kind).length;
  print(
    say('effect.summary', {
      questions,
      changed: changed.length,
      better: count('better'),
      worse: count('worse'),
      before: rightBefore,
      after: rightAfter,
    }),
  );
  if (changed.length > 0)
    printTable(
      changed.slice(0, MOST_ROWS).map(({ question, right, before, after, change }) => ({
        [say('effect.question')]: question,
        [say('effect.right')]: right.join(' / ') || say('effect.nothing'),
        [say('effect.before')]: before,
        [say('effect.after')]: after,
        [say('effect.change')]: say(`effect.${change}`),
      })),
    );
  if (changed.length > MOST_ROWS) print(say('effect.more', { more: changed.length - MOST_ROWS }));
}
