/** Reminders that wait for their time. */
import type { Store } from '../store.ts';
import type { Database } from './tables.ts';

type RemindersPart = Pick<Store, 'addReminder' | 'deleteReminders' | 'deleteReminder' | 'claimReminders'>;

export function createReminders(db: Database): RemindersPart {
  return {
    async addReminder({ id, conversation, at, message }) {
      const row = { conversation, due_at: at, claimed_at: null, message: JSON.stringify(message) };
      await db
        .insertInto('reminders')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async deleteReminders(conversation) {
      await db.deleteFrom('reminders').where('conversation', '=', conversation).execute();
    },

    async deleteReminder(id) {
      await db.deleteFrom('reminders').where('id', '=', id).execute();
    },

    async claimReminders(at, claimedBefore) {
      const rows = await db
        .updateTable('reminders')
        .set({ claimed_at: at })
        .where('due_at', '<=', at)
        .where((where) => where.or([where('claimed_at', 'is', null), where('claimed_at', '<', claimedBefore)]))
        .returningAll()
        .execute();
      return rows
        .map((row) => ({
          id: row.id,
          conversation: row.conversation,
          at: row.due_at,
          message: JSON.parse(row.message),
        }))
        .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
    },
  };
}
