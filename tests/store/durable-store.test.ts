/** The store on a bad day: the database is switched off and on under it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createDurableStore,
  type DurableStore,
  openSqlite,
  StateConflictError,
  type Store,
} from '../../bot/store/index.ts';

const at = '2026-03-01T08:00:00.000Z';
const now = () => new Date(at);
const outcome = { day: '2026-03-01', channel: 'directline', outcome: 'answer', entry: 'refused', region: '' };

describe('a store whose database goes away', () => {
  let folder: string;
  let database: Store;
  let away: boolean;
  let store: DurableStore;
  let logged: string[];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yaodian-durable-'));
    database = await openSqlite(path.join(folder, 'store.sqlite'), now);
    away = false;
    logged = [];
    const log = (facts: object, message: string) => logged.push(`${message} ${JSON.stringify(facts)}`);
    store = await createDurableStore({
      open: async () => switchable(database, () => away),
      now,
      log: { info: log, warn: log },
      mostWaiting: 5,
    });
  });
  afterEach(async () => {
    away = false;
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('gives an empty state instead of an error, so that the turn goes on', async () => {
    await store.state.write({ talk: { n: 1 } });
    away = true;
    expect(await store.state.read(['talk'])).toEqual({});
    expect(store.health()).toMatchObject({ state: 'degraded', since: at });
  });

  it('remembers a talk that goes on meanwhile', async () => {
    away = true;
    await store.state.write({ talk: { n: 1 } });
    const { talk } = await store.state.read(['talk']);
    talk.n = 2;
    expect((await store.state.read(['talk'])).talk.n).toBe(1);
    await store.state.write({ talk });
    expect((await store.state.read(['talk'])).talk.n).toBe(2);
    await store.state.delete(['talk']);
    expect(await store.state.read(['talk'])).toEqual({});
  });

  it('writes the last state of a talk once the database is back', async () => {
    away = true;
    await store.state.write({ talk: { n: 1 } });
    await store.state.write({ talk: { n: 2 } });
    away = false;
    expect(await store.flush()).toBe(0);
    expect((await database.state.read(['talk'])).talk.n).toBe(2);
    expect(store.health()).toEqual({ state: 'ok', waiting: 0, lost: 0 });
  });

  it('writes what waits in the order in which it came, before anything newer', async () => {
    away = true;
    for (const sequence of [1, 2]) await store.appendActivity(said(sequence));
    away = false;
    const flushed = store.flush();
    await store.appendActivity(said(3));
    await flushed;
    await store.flush();
    expect((await database.activitiesSince('c', 0, 10)).map(({ activity }) => activity.text)).toEqual([
      '第1句',
      '第2句',
      '第3句',
    ]);
  });

  it('puts an activity behind those that another process wrote in the meantime', async () => {
    away = true;
    await store.appendActivity(said(1));
    await database.appendActivity({ ...said(1), activity: { text: '别处来的' } });
    away = false;
    await store.flush();
    expect((await database.activitiesSince('c', 0, 10)).map(({ activity }) => activity.text)).toEqual([
      '别处来的',
      '第1句',
    ]);
  });

  it('keeps one of an activity that had arrived although its confirmation had not', async () => {
    away = true;
    await store.appendActivity(said(1));
    await database.appendActivity(said(1));
    away = false;
    await store.flush();
    expect(await database.activitiesSince('c', 0, 10)).toHaveLength(1);
  });

  it('keeps a bounded number of writes and says how many it lost', async () => {
    away = true;
    for (let i = 0; i < 8; i++) await store.countOutcome(outcome);
    expect(store.health()).toMatchObject({ waiting: 5, lost: 3 });
    away = false;
    await store.flush();
    expect(await database.outcomeCounts('2026-03-01', '2026-03-01')).toEqual([{ ...outcome, n: 5 }]);
  });

  it('stays degraded as long as the database does', async () => {
    away = true;
    await store.countOutcome(outcome);
    expect(await store.flush()).toBe(1);
    expect(store.health()).toMatchObject({ state: 'degraded', waiting: 1 });
  });

  it('gives up a write that a healthy database refuses, without holding up the others', async () => {
    const refused = { ...outcome, n: 1, day: Symbol('no text') as unknown as string };
    await store.countOutcome(refused);
    await store.countOutcome(outcome);
    expect(store.health()).toEqual({ state: 'ok', waiting: 0, lost: 1 });
    expect(await database.outcomeCounts('2026-03-01', '2026-03-01')).toHaveLength(1);
  });

  it('passes on a conflict of states: that is for the turn to settle', async () => {
    await store.state.write({ talk: { n: 1 } });
    const { talk } = await store.state.read(['talk']);
    await store.state.write({ talk: { ...talk, n: 2 } });
    await expect(store.state.write({ talk: { ...talk, n: 3 } })).rejects.toBeInstanceOf(StateConflictError);
    expect(store.health().state).toBe('ok');
  });

  it('logs that it is away and back, and no word of what it holds', async () => {
    away = true;
    await store.appendActivity(said(1));
    away = false;
    await store.flush();
    expect(logged.join('\n')).toMatch(/away[\s\S]*back/);
    expect(logged.join('\n')).not.toMatch(/第1句/);
  });

  it('writes what waits before it closes', async () => {
    away = true;
    await store.countOutcome(outcome);
    away = false;
    await store.close();
    const again = await openSqlite(path.join(folder, 'store.sqlite'), now);
    expect(await again.outcomeCounts('2026-03-01', '2026-03-01')).toEqual([{ ...outcome, n: 1 }]);
    await again.close();
  });
});

function said(sequence: number) {
  return { conversation: 'c', sequence, at, activity: { type: 'message', text: `第${sequence}句` }, waiting: false };
}

/** The same database behind a switch: every call fails while it is off, as over a cut line. */
function switchable(store: Store, isOff: () => boolean): Store {
  const behindSwitch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        const value = Reflect.get(of, name, receiver);
        if (typeof value === 'object' && value !== null) return behindSwitch(value);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (isOff() && name !== 'close')
            throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
          return Reflect.apply(value, of, given);
        };
      },
    });
  return behindSwitch(store);
}
