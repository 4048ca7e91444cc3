/** Reminders kept in memory, as the store keeps them: each due one is given out once, until it is done. */
import { conversationKey, type Reminder, type ReminderKeeper } from '../../bot/conversation/index.ts';

export interface MemoryReminders extends ReminderKeeper {
  readonly all: () => readonly Reminder[];
}

export function createMemoryReminders(): MemoryReminders {
  const kept = new Map<string, Reminder>();
  const claimed = new Set<string>();
  return {
    all: () => [...kept.values()],
    add: async (reminders) => {
      for (const reminder of reminders) {
        kept.set(reminder.id, reminder);
        claimed.delete(reminder.id);
      }
    },
    stop: async (conversation) => {
      for (const { id, conversation: where } of kept.values())
        if (conversationKey(where) === conversation) kept.delete(id);
    },
    claim: async (now) => {
      const due = [...kept.values()].filter(({ id, at }) => at <= now.toISOString() && !claimed.has(id));
      for (const { id } of due) claimed.add(id);
      return due.sort((a, b) => a.at.localeCompare(b.at));
    },
    done: async (id) => {
      kept.delete(id);
    },
  };
}
