/** Running a turn of the bot, whatever channel it came by. The only door of this folder. */
export type { Bot } from './bot.ts';
export { createTurnErrorHandler } from './turn-error.ts';
export { createTurnQueue, QueueFullError, type TurnQueue } from './turn-queue.ts';
