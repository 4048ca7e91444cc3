/** Reminders go into the store and come back when their time has come. */
import { conversationKey, type Reminder, type ReminderKeeper } from './conversation/index.ts';
import type { Store } from './store/index.ts';

/** One that could not be sent is tried again after so long, by whichever process is there. */
const AGAIN_AFTER_MS = 5 * 60_000;

export function createReminderKeeper(
  store: Pick<Store, 'addReminder' | 'deleteReminders' | 'deleteReminder' | 'claimReminders'>,
): ReminderKeeper {
  return {
    async add(reminders) {
      for (const reminder of reminders) {
        const { id, at, conversation } = reminder;
        await store.addReminder({ id, at, conversation: conversationKey(conversation), message: reminder });
      }
    },
    stop: (conversation) => store.deleteReminders(conversation),
    async claim(now) {
      const before = new Date(now.getTime() - AGAIN_AFTER_MS);
      const kept = await store.claimReminders(now.toISOString(), before.toISOString());
      return kept.map(({ message }) => message as Reminder);
    },
    done: (id) => store.deleteReminder(id),
  };
}
