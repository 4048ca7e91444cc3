/** Words that steer a case, of every language at once: a person may switch in the middle. Read from locales once. */
import { LANGUAGES } from '../../knowledge/index.ts';
import { simplify } from '../../matching/index.ts';
import type { Wording } from '../../wording/index.ts';
import { belongsTo } from './case-form.ts';
import type { CaseState } from './case-state.ts';
import type { FieldName } from './facts.ts';
import { type AnswerWords, says } from './read-answer.ts';

/** What a message asks of the case, in words. */
export type CaseWord = 'back' | 'cancel' | 'unknown' | 'remind' | 'stopReminders';

export interface CaseWords {
  readonly answers: AnswerWords;
  readonly wordOf: (message: string) => CaseWord | undefined;
  /** Whether it asks for a change: "改一下…", "说错了", "change…". */
  readonly asksChange: (message: string) => boolean;
  /** Whether it is a question of its own rather than an answer. */
  readonly isQuestion: (message: string) => boolean;
  /** The field it names. */
  readonly fieldIn: (message: string, state: CaseState) => FieldName | undefined;
  /** What is said of the field: the text behind "改成", "是", "to". */
  readonly valueIn: (message: string) => string;
}

/** An exact word may stand alone only; 返回 inside a sentence is something else. */
const WHOLE: readonly CaseWord[] = ['back', 'cancel', 'remind', 'stopReminders'];
const QUESTION =
  /[?？]\s*$|吗[。.!！]?$|么$|呢$|怎么|怎样|咋|什么|啥|多久|多长|几天|能不能|可不可以|为什么|要不要|是不是|哪(?!里?都)|多少(?!$)|^(?:what|how|when|where|which|who|why|can|could|do|does|is|are|should|will)\b/;

const made = new WeakMap<Wording, CaseWords>();

export function caseWords(wording: Wording): CaseWords {
  const known = made.get(wording);
  if (known) return known;
  const list = (key: string) => [
    ...new Set(LANGUAGES.flatMap((language) => wording.list(language, `case-talk:${key}`)).map(simplify)),
  ];
  const commands = new Map<string, CaseWord>(
    WHOLE.flatMap((word) => list(`command.${word}`).map((phrase) => [phrase, word] as const)),
  );
  const unknown = list('command.unknown');
  const change = list('command.change');
  const behind = list('command.changeTo');
  const fields = fieldWords(list);
  const words: CaseWords = {
    answers: {
      yes: list('answer.yes'),
      no: list('answer.no'),
      noHukou: list('answer.noHukou'),
      neverInsured: list('answer.neverInsured'),
      worker: list('answer.worker'),
      cadre: list('answer.cadre'),
    },
    wordOf: (message) => {
      const text = simplify(message)
        .trim()
        .replace(/[。.!！,，\s]+$/u, '');
      return commands.get(text) ?? (says(text, unknown) ? 'unknown' : undefined);
    },
    asksChange: (message) => {
      const text = simplify(message);
      return change.some((cue) =>
        /^[a-z]/.test(cue) ? new RegExp(`(?<![a-z])${cue}(?![a-z])`).test(text) : text.includes(cue),
      );
    },
    isQuestion: (message) => QUESTION.test(simplify(message).trim()),
    fieldIn: (message, state) => {
      const text = simplify(message);
      return fields.find(({ word, field }) => text.includes(word) && belongsTo(state.kind, field))?.field;
    },
    valueIn: (message) => {
      const text = simplify(message);
      const ends = behind
        .map((cue) => text.lastIndexOf(cue) + (text.includes(cue) ? cue.length : 1))
        .filter((at) => at > 0);
      return ends.length > 0 ? text.slice(Math.max(...ends)).trim() : text;
    },
  };
  made.set(wording, words);
  return words;
}

const NAMED: readonly FieldName[] = [
  'hukou',
  'relation',
  'stays',
  'sex',
  'birth',
  'post',
  'from',
  'to',
  'joined',
  'approved',
  'wages',
  'before1998',
  'since1998',
  'employer',
  'employee',
  'interest',
  'received',
  'letterReceived',
  'fundsReceived',
  'finished',
  'applied',
  'employeeMonths',
  'residentMonths',
  'overlapMonths',
  'insuredBeforeLaw',
  'base',
  'index',
  'ageMonths',
  'atAge',
  'months',
];

/** Longest first: 计发基数 before 基数. */
function fieldWords(list: (key: string) => readonly string[]): { word: string; field: FieldName }[] {
  return NAMED.flatMap((field) => list(`fieldWords.${field}`).map((word) => ({ word, field }))).sort(
    (a, b) => b.word.length - a.word.length,
  );
}
