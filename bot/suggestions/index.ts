/** Questions that found no answer → suggestions for an editor, and what accepting one would change. The only door of this folder. */
export { addWay, createAskedFile, type NewWay } from './add-way.ts';
export { type AskedQuestion, gatherAsked, type Kept, type SeenRecord } from './asked-question.ts';
export { changedLines } from './changed-lines.ts';
export { findSuggestion, makeSuggestions, type Phrasing, type Suggestion } from './make-suggestions.ts';
export { markSeen } from './mark-seen.ts';
export { hasMask, maskAgain } from './mask-again.ts';
export { type ChangedAnswer, type Effect, type KnownQuestion, measureEffect, ownQuestions } from './measure-effect.ts';
export type { Nearest, Proposal } from './propose.ts';
export { SHOWN } from './settings.ts';
export { styleOf } from './style-of.ts';
