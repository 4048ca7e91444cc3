/** PostgreSQL, for installations with several replicas. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from '../migrations/migrate.ts';
import { createSqlStore } from '../sql/create-sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import type { Store } from '../store.ts';

/**
 * A turn waits for at most one of these before it goes on without the database. Ten connections serve some thousand
 * rows a second, far more than a replica asks for.
 */
const POOL = { max: 10, connectionTimeoutMillis: 2_000, query_timeout: 3_000, idleTimeoutMillis: 30_000 } as const;

/** @param url postgres://user:password@host/database @throws when it can't be reached or migrated */
export async function openPostgres(url: string, now: () => Date): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, ...POOL });
  // An idle connection that breaks must not end the process; the next query notices and the store degrades.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
    return createSqlStore(db, now);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
