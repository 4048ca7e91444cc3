/** Dialogs, context, replies. The only door of this folder. */
export { type AskedOnce, askOnce, type OneQuestion, UnknownSettingError } from './ask-once.ts';
export { type BotParts, YaodianBot } from './bot.ts';
export { caseAddress } from './case/case-address.ts';
export { readAmount } from './case/read-amounts.ts';
export { readDurations } from './case/read-durations.ts';
export { dayInChina } from './day-in-china.ts';
export { conversationKey, type NoteContext, type NoteKeeper, type Reminder, type ReminderKeeper } from './ports.ts';
export {
  allSources,
  headline,
  renderBubble,
  renderText,
  sayFullSource,
  sourceLine,
  validity,
} from './reply/render-text.ts';
export type { YaodianData } from './reply/to-activity.ts';
export type { Bubble, CaseBubble, Decision, Note, Option, Reply, Talk } from './talk.ts';
export { maskPersonalData } from './understand/mask-personal-data.ts';
