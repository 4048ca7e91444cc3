/** Direct Line conversations and their activities, in order. */
import type { KeptActivity, Store } from '../store.ts';
import type { Database, Tables } from './tables.ts';

type TalkPart = Pick<
  Store,
  | 'startConversation'
  | 'findConversation'
  | 'appendActivity'
  | 'replaceActivity'
  | 'activitiesSince'
  | 'lastSequence'
  | 'markAnswered'
  | 'claimUnanswered'
>;

export function createTalk(db: Database): TalkPart {
  return {
    async startConversation({ id, user, startedAt }) {
      await db
        .insertInto('conversations')
        .values({ id, user_id: user, started_at: startedAt, last_at: startedAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async findConversation(id) {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { id: row.id, user: row.user_id, startedAt: row.started_at };
    },

    async appendActivity(kept) {
      return await db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('activities')
          .values(rowOf(kept))
          .onConflict((conflict) => conflict.columns(['conversation', 'sequence']).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await transaction
          .updateTable('conversations')
          .set({ last_at: kept.at })
          .where('id', '=', kept.conversation)
          .execute();
        return true;
      });
    },

    async replaceActivity(conversation, sequence, activity) {
      await db
        .updateTable('activities')
        .set({ activity: JSON.stringify(activity) })
        .where('conversation', '=', conversation)
        .where('sequence', '=', sequence)
        .execute();
    },

    async activitiesSince(conversation, sequence, most) {
      const rows = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(most)
        .execute();
      return rows.map(keptOf);
    },

    async lastSequence(conversation) {
      const row = await db
        .selectFrom('activities')
        .select((select) => select.fn.max('sequence').as('last'))
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      return Number(row?.last ?? 0);
    },

    async markAnswered(conversation, sequence) {
      await db
        .updateTable('activities')
        .set({ waiting_since: null })
        .where('conversation', '=', conversation)
        .where('sequence', '=', sequence)
        .execute();
    },

    async claimUnanswered(before, at) {
      const rows = await db
        .updateTable('activities')
        .set({ waiting_since: at })
        .where('waiting_since', 'is not', null)
        .where('waiting_since', '<', before)
        .returningAll()
        .execute();
      return rows.map(keptOf).sort((a, b) => a.at.localeCompare(b.at) || a.sequence - b.sequence);
    },
  };
}

function rowOf(kept: KeptActivity): Tables['activities'] {
  const { conversation, sequence, at, activity, waiting } = kept;
  return { conversation, sequence, at, activity: JSON.stringify(activity), waiting_since: waiting ? at : null };
}

function keptOf(row: Tables['activities']): KeptActivity {
  const { conversation, sequence, at } = row;
  return { conversation, sequence, at, activity: JSON.parse(row.activity), waiting: row.waiting_since !== null };
}
