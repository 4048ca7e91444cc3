/** What changes for people when a way of asking is added: the same questions, asked of the edition before and after. */
import type { Edition } from '../knowledge/index.ts';
import type { Match, Matcher } from '../matching/index.ts';

/** A question whose answer is known. */
export interface KnownQuestion {
  readonly q: string;
  /** Entries that are right; none when it must not be answered. */
  readonly ids: readonly string[];
  /** Both of `ids` are asked for. */
  readonly both?: boolean | undefined;
}

export interface ChangedAnswer {
  readonly question: string;
  /** Entries that are right; empty when none may answer. */
  readonly right: readonly string[];
  /** Entries answered, or else the outcome with what was offered. */
  readonly before: string;
  readonly after: string;
  readonly change: 'better' | 'worse' | 'other';
}

export interface Effect {
  readonly questions: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  /** The worse first. */
  readonly changed: readonly ChangedAnswer[];
}

const ORDER = ['worse', 'better', 'other'];

export function measureEffect(
  questions: readonly KnownQuestion[],
  before: Pick<Matcher, 'match'>,
  after: Pick<Matcher, 'match'>,
): Effect {
  let rightBefore = 0;
  let rightAfter = 0;
  const changed: ChangedAnswer[] = [];
  for (const question of questions) {
    const [then, now] = [before.match(question.q), after.match(question.q)];
    const [wasRight, isRight] = [isRightFor(question, then), isRightFor(question, now)];
    rightBefore += Number(wasRight);
    rightAfter += Number(isRight);
    const [saidThen, saidNow] = [say(then), say(now)];
    if (saidThen === saidNow && wasRight === isRight) continue;
    const change = wasRight === isRight ? 'other' : isRight ? 'better' : 'worse';
    changed.push({ question: question.q, right: question.ids, before: saidThen, after: saidNow, change });
  }
  changed.sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
  return { questions: questions.length, rightBefore, rightAfter, changed };
}

/** What the edition tests itself with: questions that must reach an entry, and others that must not. */
export function ownQuestions(edition: Edition): KnownQuestion[] {
  return [...edition.entries.values()].flatMap(({ id, tests }) => [
    ...tests.hits.map((q) => ({ q, ids: [id] })),
    ...(tests.misses ?? []).map(({ ask, goes }) => ({ q: ask, ids: edition.entries.has(goes) ? [goes] : [] })),
  ]);
}

function isRightFor({ ids, both }: KnownQuestion, { parts }: Match): boolean {
  const answered = parts.flatMap(({ entry }) => entry ?? []);
  if (ids.length === 0) return answered.length === 0;
  return both === true ? ids.every((id) => answered.includes(id)) : ids.some((id) => answered.includes(id));
}

function say({ parts }: Match): string {
  return parts.map(({ entry, outcome, choices }) => entry ?? [outcome, ...choices].join(' ')).join(' + ');
}
