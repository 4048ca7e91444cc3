/** What became of the knowledge, as a line of the log: an operator sees which region is out, and its editor which line. */
import type { Logger } from 'pino';
import type { ServiceEvent } from './service/index.ts';

/** A warning where what is served isn't what the files say now. */
export function logKnowledge(log: Pick<Logger, 'info' | 'warn'>, { problems, ...event }: ServiceEvent): void {
  const places = problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  const behind = event.kind === 'edition-kept' || event.state === 'last-good' || event.state === 'off';
  log[behind ? 'warn' : 'info']({ ...event, problems: places }, 'knowledge');
}
