/** Reminders that people asked for. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const reminders: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('reminders')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('conversation', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('claimed_at', 'text')
      .addColumn('message', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('reminders_by_time').on('reminders').column('due_at').execute();
    await db.schema.createIndex('reminders_by_conversation').on('reminders').column('conversation').execute();
  },
};
