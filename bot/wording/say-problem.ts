/** A problem in words: what is wrong, where, what was expected, what to do. */
import type { Problem } from '../knowledge/index.ts';
import type { Say } from './create-wording.ts';

/** @returns several lines: place and message, the source line with its caret, the hint. */
export function sayProblem(problem: Problem, say: Say): string {
  const hint = problem.facts.nearest ? say('problems:didYouMean', problem.facts) : '';
  const head = `${problem.file}:${problem.line}:${problem.column} ${say(`problems:severity.${problem.severity}`)}: ${say(`problems:what.${problem.code}`, problem.facts)}`;
  const excerpt = problem.excerpt ? problem.excerpt.replace(/^/gm, '    ') : '';
  const advice = [hint, say(`problems:do.${problem.code}`, problem.facts)].filter(Boolean).join(' ');
  return [head, excerpt, `  → ${advice}`].filter(Boolean).join('\n');
}
