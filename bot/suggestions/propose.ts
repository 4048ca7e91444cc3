/** A group of questions, as the matcher sees each of them today → what to do about it. */
import type { Match } from '../matching/index.ts';
import { PROPOSAL } from './settings.ts';

/** What an editor may do; the words stand in locales/<language>/suggest.json under the same name. */
export type Proposal =
  /** The edition answers this by now; nobody has to do anything. */
  | { readonly kind: 'answered'; readonly entry: string }
  /** The right entry was found and was no use: its words are to be read again. */
  | { readonly kind: 'read-again'; readonly entry: string }
  /** None of our business, of this kind: a neighbour, or an intent such as smalltalk. */
  | { readonly kind: 'not-ours'; readonly of: string }
  | { readonly kind: 'add'; readonly entry: string }
  | { readonly kind: 'new' };

export interface Nearest {
  readonly entry: string;
  /** 0…1, mean over the askings. */
  readonly confidence: number;
}

/** One phrasing, how often it was asked, and what the matcher makes of it today. */
export interface Judged {
  readonly times: number;
  /** Entries given and found no use, one for each 👎. */
  readonly unhelped: readonly string[];
  readonly match: Match;
}

const INTENTS: ReadonlySet<string> = new Set(['handoff', 'complaint', 'smalltalk']);
const ANSWERED: ReadonlySet<string> = new Set(['answer', 'case', 'contact']);

export function findNearest(judged: readonly Judged[]): Nearest | undefined {
  const [best] = tally(judged, ({ match }) =>
    (match.parts[0]?.candidates ?? []).map(({ entry, confidence }) => [entry, confidence] as const),
  );
  return best && { entry: best[0], confidence: best[1] / countOf(judged) };
}

/** The first rule that holds. */
export function propose(judged: readonly Judged[]): Proposal {
  const enough = countOf(judged) * PROPOSAL.agree;
  const unhelped = new Set(judged.flatMap((one) => one.unhelped));

  // 1 Most are somebody else's business, or no question.
  const [other] = tally(judged, ({ match }) => votesFor(match, otherOf));
  if (other && other[1] > enough) return { kind: 'not-ours', of: other[0] };

  // 2 Most are answered today: well, as far as is known, unless somebody found just this answer no use.
  const [answer] = tally(judged, ({ match }) => votesFor(match, answerOf));
  if (answer && answer[1] > enough)
    return { kind: unhelped.has(answer[0]) ? 'read-again' : 'answered', entry: answer[0] };

  // 3 Most come nearest to one entry, and near enough. An entry that was no use is not to be asked for in more ways.
  const [nearest] = tally(judged, ({ match }) => votesFor(match, (part) => part?.candidates[0]?.entry));
  const confidence = findNearest(judged)?.confidence ?? 0;
  if (nearest && nearest[1] > enough && confidence >= PROPOSAL.add)
    return { kind: unhelped.has(nearest[0]) ? 'read-again' : 'add', entry: nearest[0] };

  // 4 Ours, as far as can be told, and nothing is near.
  return { kind: 'new' };
}

type FirstPart = Match['parts'][number] | undefined;

function votesFor(match: Match, nameOf: (part: FirstPart) => string | undefined): (readonly [string, number])[] {
  const name = nameOf(match.parts[0]);
  return name === undefined ? [] : [[name, 1]];
}

function otherOf(part: FirstPart): string | undefined {
  if (part?.outcome === 'not-ours') return part.neighbour;
  return part && INTENTS.has(part.outcome) ? part.outcome : undefined;
}

function answerOf(part: FirstPart): string | undefined {
  return part && ANSWERED.has(part.outcome) ? part.entry : undefined;
}

/** Votes, each phrasing counting as often as it was asked. @returns most votes first; equal ones by name */
function tally(
  judged: readonly Judged[],
  votesOf: (one: Judged) => readonly (readonly [string, number])[],
): (readonly [string, number])[] {
  const votes = new Map<string, number>();
  for (const one of judged)
    for (const [name, weight] of votesOf(one)) votes.set(name, (votes.get(name) ?? 0) + weight * one.times);
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function countOf(judged: readonly Judged[]): number {
  return judged.reduce((sum, { times }) => sum + times, 0);
}
