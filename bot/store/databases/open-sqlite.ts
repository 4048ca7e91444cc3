/** SQLite in one file, with Node's own driver: nothing to compile, nothing to set up. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { migrate } from '../migrations/migrate.ts';
import { createSqlStore } from '../sql/create-sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import type { Store } from '../store.ts';

/**
 * WAL lets readers go on while something is written. NORMAL survives a killed process; only a power cut may cost the
 * last moments, at a twelfth of the price of FULL. The timeout is for a second process, such as a report.
 */
const PRAGMAS = 'pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000';

/** @param file path of the database; its folder is made. @throws when it can't be opened or is no SQLite file */
export async function openSqlite(file: string, now: () => Date): Promise<Store> {
  mkdirSync(path.dirname(file), { recursive: true });
  const sqlite = new DatabaseSync(file);
  try {
    sqlite.exec(PRAGMAS);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyExpects(sqlite) }) });
    await migrate(db);
    return createSqlStore(db, now);
  } catch (error) {
    if (sqlite.isOpen) sqlite.close();
    throw error;
  }
}

/** Kysely's dialect is written for better-sqlite3; this is what it uses of it. */
function asKyselyExpects(sqlite: DatabaseSync) {
  return {
    close: () => sqlite.close(),
    prepare: (text: string): SqliteStatement => {
      const statement = sqlite.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(asInput)),
        run: (values) => statement.run(...values.map(asInput)),
        iterate: (values) => statement.iterate(...values.map(asInput)),
      };
    },
  };
}

function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite takes no ${typeof value} here`);
}
