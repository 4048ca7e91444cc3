/** The store that the settings ask for. */
import path from 'node:path';
import { openPostgres } from './databases/open-postgres.ts';
import { openSqlite } from './databases/open-sqlite.ts';
import { createDurableStore, type DurableStore, type StoreLog } from './durable-store.ts';

export interface StoreOptions {
  /** postgres://…; without it SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly now: () => Date;
  readonly log: StoreLog;
}

/**
 * A PostgreSQL that is away at the start is waited for while the program answers. A SQLite file that can't be opened
 * at the start is a mistake of the installation (rights, disk, a damaged file) and ends it.
 * @throws for SQLite what the system says
 */
export async function openStore({ databaseUrl, dataDir, now, log }: StoreOptions): Promise<DurableStore> {
  if (databaseUrl !== undefined)
    return await createDurableStore({ open: () => openPostgres(databaseUrl, now), now, log });
  const sqlite = await openSqlite(path.join(dataDir, 'yaodian.sqlite'), now);
  return await createDurableStore({ open: async () => sqlite, now, log });
}
