/**
 * What the store keeps of questions that were not answered, or answered to no use, as one list of askings. Each knows
 * the records it comes from, so that it can be marked as seen.
 */
import { createHash } from 'node:crypto';
import type { Feedback, OpenQuestion } from '../store/index.ts';
import { maskAgain } from './mask-again.ts';
import { ASKING } from './settings.ts';

/** One person asking once, as far as can be told. */
export interface AskedQuestion {
  /** Masked. */
  readonly text: string;
  /** ISO time. */
  readonly at: string;
  readonly language: string;
  /** Region id; empty where the person named none. */
  readonly region: string;
  /** The entry that was given and found no use (👎). */
  readonly unhelped?: string;
  readonly records: readonly SeenRecord[];
}

/** Where it is noted that an editor has seen a question. */
export interface SeenRecord {
  /** Question in the store whose status says so. */
  readonly id: string;
  /** The question to be added for that, where the record has no such status of its own. */
  readonly add?: OpenQuestion;
}

export interface Kept {
  readonly questions: readonly OpenQuestion[];
  readonly feedback: readonly Feedback[];
}

/** Of a record that only says that an editor has seen another one. */
const SEEN = 'seen';

/**
 * @param kept all open questions, whatever their status, and all feedback
 * @param mask how the conversation masks
 * @returns what no editor has seen yet, oldest first
 */
export function gatherAsked({ questions, feedback }: Kept, mask: (text: string) => string): AskedQuestion[] {
  const seen = new Set(questions.filter(({ outcome }) => outcome === SEEN).map(({ id }) => id));
  const askings = [
    ...questions.filter(({ outcome }) => outcome !== SEEN).flatMap((question) => fromQuestion(question, seen)),
    ...feedback.filter(({ rating }) => rating === 'down').flatMap((rated) => fromFeedback(rated, seen)),
  ];
  const masked = askings
    .map((asking) => ({ ...asking, text: maskAgain(asking.text, mask) }))
    .filter(({ text }) => text !== '');
  return joinRepeats(masked.sort((a, b) => compare(a.at, b.at) || compare(a.text, b.text)));
}

/**
 * A ticket that somebody left is the staff's to close: they owe that person an answer. What an editor has seen of it is
 * noted beside it. Other questions have nobody waiting, and their own status says it.
 */
function fromQuestion(question: OpenQuestion, seen: ReadonlySet<string>): AskedQuestion[] {
  const { id, at, language, outcome, status } = question;
  const asking = { text: question.question, at, language, region: question.province };
  if (outcome === 'left') return unlessSeen(asking, `${SEEN}-${id}`, seen);
  return status === 'open' || status === 'taken' ? [{ ...asking, records: [{ id }] }] : [];
}

/** A rating has neither id nor status; what makes it the same rating is all it says. */
function fromFeedback(rated: Feedback, seen: ReadonlySet<string>): AskedQuestion[] {
  const { question, at, language, region, entry } = rated;
  const hash = createHash('sha256')
    .update(JSON.stringify([at, entry, question, region]))
    .digest('hex');
  const asking = { text: question, at, language, region, ...(entry ? { unhelped: entry } : {}) };
  return unlessSeen(asking, `${SEEN}-${hash.slice(0, 32)}`, seen);
}

function unlessSeen(asking: Omit<AskedQuestion, 'records'>, id: string, seen: ReadonlySet<string>): AskedQuestion[] {
  if (seen.has(id)) return [];
  const { at, language, region } = asking;
  // The day of the record it stands for, so that both are forgotten together; the words are not kept twice.
  const add: OpenQuestion = {
    id,
    at,
    question: '',
    outcome: SEEN,
    entries: [],
    confidence: 0,
    language,
    province: region,
    status: 'closed',
  };
  return [{ ...asking, records: [{ id, add }] }];
}

/** @param askings oldest first */
function joinRepeats(askings: readonly AskedQuestion[]): AskedQuestion[] {
  const joined: AskedQuestion[] = [];
  const last = new Map<string, number>();
  for (const asking of askings) {
    const key = JSON.stringify([asking.text, asking.region]);
    const n = last.get(key) ?? -1;
    const before = joined[n];
    if (before && Date.parse(asking.at) - Date.parse(before.at) <= ASKING.againMinutes * 60_000) {
      const unhelped = before.unhelped ?? asking.unhelped;
      joined[n] = {
        ...before,
        ...(unhelped === undefined ? {} : { unhelped }),
        records: [...before.records, ...asking.records],
      };
      continue;
    }
    last.set(key, joined.length);
    joined.push(asking);
  }
  return joined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
