/** Overlays in a running service: reloaded when a file changes, isolated when one is broken, never half of one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createKnowledgeService,
  type KnowledgeService,
  RELOAD_TIMING,
  type ReloadTiming,
  type ServiceEvent,
} from '../../bot/service/index.ts';
import { type CopiedOverlays, copyOverlays } from '../helpers/copied-overlays.ts';
import { until } from '../helpers/until.ts';

const TODAY = '2026-11-23';
const HENAN = 'overlays/henan/refinements/procedure.yaml';
const GUANGDONG = 'overlays/guangdong/refinements/procedure.yaml';

let copy: CopiedOverlays;
let dataDir: string;
let services: KnowledgeService[];
let events: ServiceEvent[];

beforeEach(() => {
  copy = copyOverlays();
  dataDir = mkdtempSync(path.join(tmpdir(), 'yaodian-data-'));
  services = [];
  events = [];
});

afterEach(async () => {
  for (const service of services) await service.close();
  copy.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: { timing?: Partial<ReloadTiming>; watch?: boolean } = {}): Promise<KnowledgeService> {
  const service = await createKnowledgeService({
    knowledgeDir: copy.folder,
    dataDir,
    now: () => new Date(`${TODAY}T04:00:00Z`),
    watch: options.watch ?? true,
    timing: { ...RELOAD_TIMING, noticeMs: 5, settleMs: 20, graceMs: 60, ...options.timing },
    onEvent: (event) => events.push(event),
  });
  services.push(service);
  return service;
}

const stateOf = (service: KnowledgeService, region: string) =>
  service.status().regions.find((status) => status.region === region)?.state;

function pointOf(service: KnowledgeService, region: string, point: string): string | undefined {
  const version = service.snapshot().viewOf(region).compose('procedure')?.entry.versions.at(-1);
  return version?.points.find(({ id }) => id === point)?.text['zh-CN'];
}

describe('A snapshot', () => {
  it('gives a region without an overlay the national view itself', async () => {
    const snapshot = (await start({ watch: false })).snapshot();
    expect(snapshot.viewOf('beijing')).toBe(snapshot.national);
    expect(snapshot.viewOf(undefined)).toBe(snapshot.national);
  });

  it('gives a city without an overlay the view of its province, and finds a city by its code', async () => {
    const snapshot = (await start({ watch: false })).snapshot();
    expect(snapshot.viewOf('guangdong/dongguan')).toBe(snapshot.viewOf('guangdong'));
    expect(snapshot.viewOf('guangdong/4403')).toBe(snapshot.viewOf('guangdong/shenzhen'));
  });

  it('gives the same view and the same local ways each time, and another for a day on which more is hidden', async () => {
    const snapshot = (await start({ watch: false })).snapshot();
    expect(snapshot.viewOf('guangdong')).toBe(snapshot.viewOf('guangdong', '2026-12-24'));
    expect(snapshot.localWays('guangdong')).toBe(snapshot.localWays('guangdong', '2026-12-24'));
    expect(snapshot.localWays('guangdong').hidden).toEqual(new Set(['portal']));
    expect(snapshot.localWays('guangdong', '2026-02-28').hidden).toEqual(new Set());
  });

  it('does not serve a draft', async () => {
    const service = await start({ watch: false });
    expect(stateOf(service, 'sichuan')).toBe('draft');
    expect(service.snapshot().viewOf('sichuan')).toBe(service.snapshot().national);
  });
});

describe('A changed file', () => {
  it('is live without a restart', async () => {
    const service = await start();
    copy.edit(HENAN, '离开河南，不用回来办。', '离开河南，不必回来办。');
    await until('the new words are live', () => pointOf(service, 'henan', 'henan-leave') === '离开河南，不必回来办。');
  });

  it('is live too where the system tells of no change', async () => {
    const service = await start({ timing: { pollMs: 20, safetyMs: 20 } });
    copy.edit(HENAN, '离开河南，不用回来办。', '离开河南，不必回来办。');
    await until('the new words are live', () => pointOf(service, 'henan', 'henan-leave') === '离开河南，不必回来办。');
  });

  it('does not change a snapshot that a turn has taken', async () => {
    const service = await start();
    const taken = service.snapshot();
    copy.edit('overlays/henan/overlay.yaml', 'version: 2', 'version: 3');
    copy.edit(HENAN, '离开河南，不用回来办。', '离开河南，不必回来办。');
    await until('version 3 is live', () => service.snapshot().viewOf('henan').version === 'national 2026.02 + henan 3');
    const version = taken.viewOf('henan').compose('procedure')?.entry.versions[0];
    expect(version?.points.map(({ text }) => text['zh-CN'])).toContain('离开河南，不用回来办。');
    expect(taken.viewOf('henan').version).toBe('national 2026.02 + henan 2');
  });

  it('of a new region brings it, and a removed folder takes it away', async () => {
    const service = await start();
    copy.write('overlays/beijing/overlay.yaml', copy.read('overlays/henan/overlay.yaml').replace('henan', 'beijing'));
    await until('Beijing is live', () => stateOf(service, 'beijing') === 'live');
    copy.remove('overlays/beijing');
    await until('Beijing is gone', () => stateOf(service, 'beijing') === undefined);
    expect(service.snapshot().viewOf('beijing')).toBe(service.snapshot().national);
  });

  it('of a province reaches its cities', async () => {
    const service = await start();
    copy.edit(GUANGDONG, '停保后隔天可查。', '停保以后可查。');
    await until(
      'Shenzhen sees it',
      () => pointOf(service, 'guangdong/shenzhen', 'guangdong-stop-check') === '停保以后可查。',
    );
  });
});

describe('A half-written file', () => {
  it('is waited for: what was served is served until it is whole', async () => {
    const service = await start({ timing: { graceMs: 60_000 } });
    const whole = copy.read(HENAN).replace('离开河南，不用回来办。', '离开河南，不必回来办。');
    copy.write(HENAN, whole.slice(0, whole.indexOf('不必')));
    await until('it was seen', () => events.some(({ kind, region }) => kind === 'change-waits' && region === 'henan'));
    expect(pointOf(service, 'henan', 'henan-leave')).toBe('离开河南，不用回来办。');
    expect(stateOf(service, 'henan')).toBe('live');
    copy.write(HENAN, whole);
    await until('it is live', () => pointOf(service, 'henan', 'henan-leave') === '离开河南，不必回来办。');
    expect(events.map(({ state }) => state)).not.toContain('last-good');
  });

  it('that stays so is reported, and the last good version goes on', async () => {
    const service = await start();
    const whole = copy.read(HENAN);
    copy.write(HENAN, whole.slice(0, whole.indexOf('不用')));
    await until('it is reported', () => stateOf(service, 'henan') === 'last-good');
    expect(pointOf(service, 'henan', 'henan-leave')).toBe('离开河南，不用回来办。');
    const status = service.status().regions.find(({ region }) => region === 'henan');
    expect(status?.problems[0]).toMatchObject({ code: 'yaml-syntax', line: 14 });
    copy.write(HENAN, whole);
    await until('it is live again', () => stateOf(service, 'henan') === 'live');
    expect(service.status().regions.find(({ region }) => region === 'henan')?.problems).toEqual([]);
  });
});

describe('A broken overlay', () => {
  it('takes only itself out: every other region answers all the while', async () => {
    const service = await start();
    const henan = () => service.snapshot().viewOf('henan').compose('procedure')?.entry;
    const before = henan();
    const asked = () => {
      const snapshot = service.snapshot();
      return snapshot.matcher.match('多久能办好', snapshot.localWays('henan')).parts[0]?.candidates[0]?.entry;
    };
    copy.edit(GUANGDONG, 'entry: procedure', 'entry: procedures');
    let turns = 0;
    await until('Guangdong is on its last good version', () => {
      expect(henan()).toEqual(before);
      expect(asked()).toBe('procedure');
      turns += 1;
      return stateOf(service, 'guangdong') === 'last-good';
    });
    expect(turns).toBeGreaterThan(0);
    expect(stateOf(service, 'henan')).toBe('live');
    expect(pointOf(service, 'guangdong', 'guangdong-arrive')).toBe('到广东，先由新单位参保。');
  });

  it('of a city leaves its province as it is', async () => {
    const service = await start();
    copy.write('overlays/guangdong/shenzhen/overlay.yaml', 'region: [\n');
    await until('Shenzhen is on its last good version', () => stateOf(service, 'guangdong/shenzhen') === 'last-good');
    expect(stateOf(service, 'guangdong')).toBe('live');
    expect(pointOf(service, 'guangdong/shenzhen', 'shenzhen-appointment')).toBe('去窗口前先预约。');
  });

  it('of a province leaves its cities on its last good version', async () => {
    const service = await start();
    copy.edit(GUANGDONG, 'entry: procedure', 'entry: procedures');
    await until('Guangdong is on its last good version', () => stateOf(service, 'guangdong') === 'last-good');
    expect(stateOf(service, 'guangdong/shenzhen')).toBe('live');
    expect(pointOf(service, 'guangdong/shenzhen', 'guangdong-arrive')).toBe('到深圳，先由新单位参保。');
  });

  it('is told to the log once, with what is wrong', async () => {
    const service = await start();
    copy.edit(GUANGDONG, 'entry: procedure', 'entry: procedures');
    await until('Guangdong is on its last good version', () => stateOf(service, 'guangdong') === 'last-good');
    const told = events.filter(({ kind, region }) => kind === 'overlay-changed' && region === 'guangdong');
    expect(told).toMatchObject([{ state: 'last-good', version: '3', problems: [{ code: 'file-name' }] }]);
  });
});

describe('The last good version', () => {
  it('survives a restart', async () => {
    await (await start({ watch: false })).close();
    copy.write(HENAN, 'entry: [\n');
    const again = await start({ watch: false });
    expect(stateOf(again, 'henan')).toBe('last-good');
    expect(pointOf(again, 'henan', 'henan-arrive')).toBe('到河南，窗口和网上都能申请。');
    expect(again.snapshot().viewOf('henan').version).toBe('national 2026.02 + henan 2');
  });

  it('is the newest that was good', async () => {
    await (await start({ watch: false })).close();
    copy.edit('overlays/henan/overlay.yaml', 'version: 2', 'version: 7');
    await (await start({ watch: false })).close();
    copy.write(HENAN, 'entry: [\n');
    expect((await start({ watch: false })).snapshot().viewOf('henan').version).toBe('national 2026.02 + henan 7');
  });

  it('that there is none of leaves the region with the national edition', async () => {
    copy.write(HENAN, 'entry: [\n');
    const service = await start({ watch: false });
    expect(stateOf(service, 'henan')).toBe('off');
    expect(service.snapshot().viewOf('henan')).toBe(service.snapshot().national);
    expect(stateOf(service, 'guangdong')).toBe('live');
  });

  it('whose file is damaged counts as none', async () => {
    await (await start({ watch: false })).close();
    writeFileSync(path.join(dataDir, 'last-good/henan.json'), '{"region":"henan","fi');
    copy.write(HENAN, 'entry: [\n');
    expect(stateOf(await start({ watch: false }), 'henan')).toBe('off');
  });

  it('is kept in memory where the disk cannot be written', async () => {
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, 'a file where the folder should be');
    const service = await start();
    copy.write(HENAN, 'entry: [\n');
    await until('Henan is on its last good version', () => stateOf(service, 'henan') === 'last-good');
  });
});

describe('A changed edition', () => {
  it('is live with every overlay laid on it anew', async () => {
    const service = await start();
    copy.edit('entries/procedure.yaml', '第一段在新地方。', '第一段在新的地方。');
    await until('the new words are live', () => pointOf(service, 'henan', 'first-limit') === '第一段在新的地方。');
    expect(pointOf(service, 'henan', 'henan-leave')).toBe('离开河南，不用回来办。');
  });

  it('under a refinement is counted as drift', async () => {
    const service = await start();
    copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。');
    const drifted = () => service.status().regions.find(({ region }) => region === 'guangdong')?.drifted;
    await until('the drift is told', () => drifted() === 2);
  });

  it('that is broken leaves the last good one in service and says so', async () => {
    const service = await start();
    const before = service.snapshot();
    copy.edit('entries/years.yaml', 'id: years', 'id: [');
    await until('it is told', () => service.status().editionProblems.length > 0);
    expect(service.snapshot()).toBe(before);
    copy.edit('entries/years.yaml', 'id: [', 'id: years');
    await until('it is whole again', () => service.status().editionProblems.length === 0);
  });

  it('whose model is damaged leaves the last good one in service and says so, until the model is whole', async () => {
    const service = await start();
    const before = service.snapshot();
    copy.write('model/matching.br', 'half of a model');
    copy.edit('entries/offices.yaml', '说出省和市。', '先说省和市。');
    await until('it is told', () => service.status().editionProblems.length > 0);
    expect(service.snapshot()).toBe(before);
    copy.remove('model/matching.br');
    copy.edit('entries/offices.yaml', '先说省和市。', '先说出省和市。');
    await until('it is whole again', () => service.status().editionProblems.length === 0);
  });
});
