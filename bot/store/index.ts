/** What is kept, on SQLite or PostgreSQL. The only door of this folder. */
export { openPostgres } from './databases/open-postgres.ts';
export { openSqlite } from './databases/open-sqlite.ts';
export {
  createDurableStore,
  type DurableOptions,
  type DurableStore,
  type StoreHealth,
  type StoreLog,
} from './durable-store.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { forgetOld, type RetentionOptions, startRetention } from './retention.ts';
export * from './store.ts';
