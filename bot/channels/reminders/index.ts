/** Messages that the bot sends of its own accord, when they were asked for. The only door of this folder. */
export { type ContinueConversation, type RemindersOptions, sendDue, startReminders } from './start-reminders.ts';
