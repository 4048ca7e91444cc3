/** An entry as it is said: day, language, both ends of a move. The only door of this folder. */
export type { Answer, LocalPart, LocalVersion, NotYet, SaidPoint, SaidSource, SaidTerm } from './answer.ts';
export { cautionsOf } from './cautions.ts';
export { type AnswerRequest, composeAnswer, isAnswer, regionName, saySource } from './compose-answer.ts';
