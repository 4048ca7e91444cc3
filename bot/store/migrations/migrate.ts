/** Brings a database to the newest shape. Kysely keeps the list of what was done and locks out a second process. */
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from '../sql/tables.ts';
import { firstTables } from './0001-first-tables.ts';
import { reminders } from './0002-reminders.ts';

/** In order of their names; the numbers are never reused. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-reminders': reminders,
};

/** @throws what the database says when a migration fails; the database is left as it was */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
