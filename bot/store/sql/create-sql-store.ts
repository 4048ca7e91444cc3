/** The store over any database that Kysely speaks to; the same statements on SQLite and PostgreSQL. */
import { sql } from 'kysely';
import type { Store } from '../store.ts';
import { createBotState } from './bot-state.ts';
import { createFigures } from './figures.ts';
import { createReminders } from './reminders.ts';
import type { Database } from './tables.ts';
import { createTalk } from './talk.ts';

/** @param db a database that is migrated already @param now clock for the age of states */
export function createSqlStore(db: Database, now: () => Date): Store {
  return {
    state: createBotState(db, now),
    ...createTalk(db),
    ...createFigures(db),
    ...createReminders(db),

    async forget(talkBefore, questionsBefore) {
      return await db.transaction().execute(async (transaction) => {
        const old = transaction.selectFrom('conversations').select('id').where('last_at', '<', talkBefore);
        await transaction.deleteFrom('activities').where('conversation', 'in', old).execute();
        const conversations = await transaction
          .deleteFrom('conversations')
          .where('last_at', '<', talkBefore)
          .executeTakeFirst();
        const states = await transaction
          .deleteFrom('bot_state')
          .where('updated_at', '<', talkBefore)
          .executeTakeFirst();
        const feedback = await transaction.deleteFrom('feedback').where('at', '<', questionsBefore).executeTakeFirst();
        const questions = await transaction
          .deleteFrom('open_questions')
          .where('at', '<', questionsBefore)
          .executeTakeFirst();
        return {
          conversations: Number(conversations.numDeletedRows),
          states: Number(states.numDeletedRows),
          questions: Number(feedback.numDeletedRows + questions.numDeletedRows),
        };
      });
    },

    async ping() {
      await sql`select 1`.execute(db);
    },

    close: () => db.destroy(),
  };
}
