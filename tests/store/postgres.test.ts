/** The store on PostgreSQL: a real server, stopped and started again. */
import { createDurableStore, openPostgres } from '../../bot/store/index.ts';
import { startPostgres, type TestPostgres } from '../helpers/postgres.ts';
import { itKeepsItsPromises } from './store-contract.ts';

const silent = { info: () => {}, warn: () => {} };
const at = '2026-03-01T08:00:00.000Z';

describe('the store on PostgreSQL', () => {
  let postgres: TestPostgres;
  let now: Date;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());
  beforeEach(() => {
    now = new Date(at);
  });

  itKeepsItsPromises(async () => {
    const url = await postgres.newDatabase();
    return {
      open: () => openPostgres(url, () => now),
      setNow: (iso) => {
        now = new Date(iso);
      },
    };
  });

  it('lets two replicas start on an empty database at the same time', async () => {
    const url = await postgres.newDatabase();
    const stores = await Promise.all([openPostgres(url, () => now), openPostgres(url, () => now)]);
    await stores[0].state.write({ a: { n: 1 } });
    expect((await stores[1].state.read(['a'])).a.n).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('goes on while the server is away and writes everything once it is back', async () => {
    const url = await postgres.newDatabase();
    const store = await createDurableStore({ open: () => openPostgres(url, () => now), now: () => now, log: silent });
    await store.startConversation({ id: 'c', user: 'u', startedAt: at });

    await postgres.stop();
    for (const sequence of [1, 2, 3]) {
      const activity = { type: 'message', text: `第${sequence}句` };
      expect(await store.appendActivity({ conversation: 'c', sequence, at, activity, waiting: false })).toBe(true);
    }
    await store.state.write({ talk: { n: 1 } });
    expect(store.health()).toEqual({ state: 'degraded', since: at, waiting: 4, lost: 0 });

    await postgres.start();
    expect(await store.flush()).toBe(0);
    expect(store.health()).toEqual({ state: 'ok', waiting: 0, lost: 0 });
    expect((await store.activitiesSince('c', 0, 10)).map(({ activity }) => activity.text)).toEqual([
      '第1句',
      '第2句',
      '第3句',
    ]);
    expect((await store.state.read(['talk'])).talk.n).toBe(1);
    await store.close();
  });

  it('starts without the server and catches up when it comes', async () => {
    const url = await postgres.newDatabase();
    await postgres.stop();
    const store = await createDurableStore({ open: () => openPostgres(url, () => now), now: () => now, log: silent });
    await store.countOutcome({ day: '2026-03-01', channel: '', outcome: 'none', entry: '', region: '' });
    await expect(store.ping()).rejects.toThrow();
    await postgres.start();
    expect(await store.flush()).toBe(0);
    expect(await store.outcomeCounts('2026-03-01', '2026-03-01')).toHaveLength(1);
    await store.close();
  });
});
