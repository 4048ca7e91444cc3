/** The store on SQLite: real files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite } from '../../bot/store/index.ts';
import { itKeepsItsPromises } from './store-contract.ts';

describe('the store on SQLite', () => {
  let folder: string;
  let now: Date;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yaodian-store-'));
    now = new Date('2026-03-01T08:00:00Z');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  itKeepsItsPromises(async () => ({
    open: () => openSqlite(path.join(folder, 'deep', 'store.sqlite'), () => now),
    setNow: (iso) => {
      now = new Date(iso);
    },
  }));

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const file = path.join(folder, 'letter.sqlite');
    writeFileSync(file, 'Dear colleagues, this is a letter and no database at all. '.repeat(20));
    await expect(openSqlite(file, () => now)).rejects.toThrow(/not a database/);
  });

  it('lets a second process read while the first writes', async () => {
    const file = path.join(folder, 'shared.sqlite');
    const first = await openSqlite(file, () => now);
    const second = await openSqlite(file, () => now);
    await first.state.write({ a: { n: 1 } });
    expect((await second.state.read(['a'])).a.n).toBe(1);
    await first.close();
    await second.close();
  });
});
