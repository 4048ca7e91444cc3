/** botbuilder's Storage in one table. The eTag is new at each write; writing with an old one is a conflict. */
import { randomUUID } from 'node:crypto';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { StateConflictError } from '../store.ts';
import type { Database } from './tables.ts';

/** @param now clock for the age of a state, which decides when it is forgotten */
export function createBotState(db: Database, now: () => Date): Storage {
  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      return Object.fromEntries(rows.map(({ key, value, etag }) => [key, { ...JSON.parse(value), eTag: etag }]));
    },

    async write(changes: StoreItems) {
      const items = Object.entries(changes);
      if (items.length === 0) return;
      // All or nothing: half of a turn's changes would be a state nobody ever had.
      await db.transaction().execute(async (transaction) => {
        for (const [key, item] of items) await writeOne(transaction, key, item, now().toISOString());
      });
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },
  };
}

async function writeOne(db: Database, key: string, item: StoreItem, at: string): Promise<void> {
  const { eTag, ...value } = item;
  const row = { value: JSON.stringify(value), etag: randomUUID(), updated_at: at };
  if (eTag === undefined || eTag === '*') {
    // `*` is what botbuilder's own state classes send: the last writer wins. Turns of one talk run one after the other.
    await db
      .insertInto('bot_state')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
    return;
  }
  const { numUpdatedRows } = await db
    .updateTable('bot_state')
    .set(row)
    .where('key', '=', key)
    .where('etag', '=', eTag)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StateConflictError(key);
}
