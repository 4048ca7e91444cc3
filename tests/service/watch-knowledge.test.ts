/** When a changed part is handed over: once it has looked the same for a while, whatever else happens beside it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { RELOAD_TIMING } from '../../bot/service/index.ts';
import { scanFolder } from '../../bot/service/scan-folder.ts';
import { type KnowledgeWatcher, watchKnowledge } from '../../bot/service/watch-knowledge.ts';
import { type CopiedOverlays, copyOverlays } from '../helpers/copied-overlays.ts';
import { until } from '../helpers/until.ts';

const HENAN = 'overlays/henan/refinements/procedure.yaml';
let copy: CopiedOverlays;
let watcher: KnowledgeWatcher;
let taken: { readonly key: string; readonly at: number }[];

beforeEach(async () => {
  copy = copyOverlays();
  taken = [];
  watcher = watchKnowledge({
    folder: copy.folder,
    timing: RELOAD_TIMING,
    seen: (await scanFolder(copy.folder)).signatures,
    take: async (key) => () => taken.push({ key, at: performance.now() }),
  });
});
afterEach(async () => {
  await watcher.close();
  copy.remove();
});

describe('A changed file', () => {
  it('is handed over once, for its own part alone', async () => {
    copy.edit(HENAN, '离开河南，不用回来办。', '离开河南，不必回来办。');
    await until('it is handed over', () => taken.length > 0);
    copy.edit('entries/offices.yaml', '说出省和市。', '先说省和市。');
    await until('the edition is handed over', () => taken.length > 1);
    expect(taken.map(({ key }) => key)).toEqual(['henan', 'edition']);
  });

  it('is not handed over before it has come to rest, however busy the files beside it are', async () => {
    const beside = path.join(copy.folder, 'overlays/henan/refinements/notes.txt');
    copy.edit(HENAN, '离开河南，不用回来办。', '离开河南，不必回来办。');
    const saved = performance.now();
    await until('it is handed over', () => {
      writeFileSync(beside, String(performance.now()));
      return taken.length > 0;
    });
    expect((taken[0]?.at ?? 0) - saved).toBeGreaterThanOrEqual(RELOAD_TIMING.settleMs);
  });

  it('in a folder that was made since is noticed', async () => {
    copy.write('overlays/beijing/overlay.yaml', copy.read('overlays/henan/overlay.yaml'));
    await until('the new province is handed over', () => taken.some(({ key }) => key === 'beijing'));
    copy.write('overlays/beijing/refinements/procedure.yaml', copy.read(HENAN));
    await until('its new folder is handed over', () => taken.filter(({ key }) => key === 'beijing').length > 1);
    copy.edit('overlays/beijing/refinements/procedure.yaml', '离开河南，不用回来办。', '不必回来。');
    await until('a change in it is handed over', () => taken.filter(({ key }) => key === 'beijing').length > 2);
  });

  it('that is gone is handed over too', async () => {
    copy.remove(HENAN);
    await until('it is handed over', () => taken.length > 0);
    expect(taken[0]?.key).toBe('henan');
  });
});
