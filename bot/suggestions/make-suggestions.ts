/** Askings → suggestions for an editor: what says the same in one group, with what the matcher makes of it today. */
import { createHash } from 'node:crypto';
import { type Edition, sameWords } from '../knowledge/index.ts';
import { type Matcher, simplify } from '../matching/index.ts';
import type { AskedQuestion } from './asked-question.ts';
import { groupAlike } from './group-alike.ts';
import { createPieceReader } from './likeness.ts';
import { hasMask } from './mask-again.ts';
import { findNearest, type Nearest, type Proposal, propose } from './propose.ts';
import { GROUPING } from './settings.ts';

export interface Suggestion {
  /** Six letters and digits of the words it begins with; `findSuggestion` also knows it by its other phrasings. */
  readonly id: string;
  readonly count: number;
  /** 👎 among them. */
  readonly unhelped: number;
  /** Masked; most asked first. What can be taken over as it stands comes before what has a mask in it. */
  readonly phrasings: readonly Phrasing[];
  readonly languages: Counts;
  /** By region id; '' where none was named. */
  readonly regions: Counts;
  /** ISO times of the first and the last asking. */
  readonly first: string;
  readonly last: string;
  readonly nearest: Nearest | undefined;
  readonly proposal: Proposal;
  readonly questions: readonly AskedQuestion[];
}

/** Most frequent first. */
export type Counts = readonly { readonly name: string; readonly count: number }[];

export interface Phrasing {
  readonly id: string;
  readonly text: string;
  readonly count: number;
}

export interface SuggestionSource {
  readonly edition: Edition;
  readonly matcher: Pick<Matcher, 'match'>;
}

/** Words that are the same but for script, case and punctuation. */
interface Wording {
  readonly key: string;
  readonly text: string;
  readonly questions: AskedQuestion[];
}

/** @param asked oldest first @returns most asked first; the same askings give the same suggestions */
export function makeSuggestions(asked: readonly AskedQuestion[], source: SuggestionSource): Suggestion[] {
  const read = createPieceReader(source.edition);
  const groups = groupAlike(wordingsOf(asked), ({ text }) => read(text), GROUPING.alike);
  return groups
    .map((wordings) => toSuggestion(wordings, source.matcher))
    .sort((a, b) => b.count - a.count || compare(b.last, a.last) || compare(a.id, b.id));
}

/** @returns the suggestion that has this phrasing: ids stay good while questions come in and another becomes the first */
export function findSuggestion(suggestions: readonly Suggestion[], id: string): Suggestion | undefined {
  return suggestions.find((suggestion) => suggestion.phrasings.some((phrasing) => phrasing.id === id));
}

function wordingsOf(asked: readonly AskedQuestion[]): Wording[] {
  const wordings = new Map<string, Wording>();
  for (const question of asked) {
    // A message of signs alone ("？？？") is the same as itself and nothing else.
    const key = sameWords(simplify(question.text)) || question.text;
    const known = wordings.get(key);
    if (known) known.questions.push(question);
    else wordings.set(key, { key, text: question.text, questions: [question] });
  }
  return [...wordings.values()].sort(inOrder);
}

/** Most asked first, then the oldest, then by the words: never by chance. */
function inOrder(a: Wording, b: Wording): number {
  return (
    Number(hasMask(a.text)) - Number(hasMask(b.text)) ||
    b.questions.length - a.questions.length ||
    compare(a.questions[0]?.at ?? '', b.questions[0]?.at ?? '') ||
    compare(a.key, b.key)
  );
}

function toSuggestion(wordings: readonly Wording[], matcher: SuggestionSource['matcher']): Suggestion {
  const questions = wordings.flatMap((wording) => wording.questions);
  const phrasings = wordings.map(({ key, text, questions: { length } }) => ({ id: idOf(key), text, count: length }));
  const judged = wordings.map(({ text, questions: askings }) => ({
    times: askings.length,
    unhelped: askings.flatMap(({ unhelped }) => unhelped ?? []),
    match: matcher.match(text),
  }));
  const times = questions.map(({ at }) => at).sort(compare);
  return {
    id: phrasings[0]?.id ?? '',
    count: questions.length,
    unhelped: questions.filter(({ unhelped }) => unhelped !== undefined).length,
    phrasings,
    languages: countBy(questions, ({ language }) => language),
    regions: countBy(questions, ({ region }) => region),
    first: times[0] ?? '',
    last: times.at(-1) ?? '',
    nearest: findNearest(judged),
    proposal: propose(judged),
    questions,
  };
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 6);
}

function countBy(questions: readonly AskedQuestion[], nameOf: (question: AskedQuestion) => string): Counts {
  return [...Map.groupBy(questions, nameOf)]
    .map(([name, { length }]) => ({ name, count: length }))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
