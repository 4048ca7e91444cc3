/** A changed file over HTTP, of the real edition: live within a second, and no answer on the way fails or is mixed. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Site, startSite } from '../browser/start-site.ts';
import { until } from '../helpers/until.ts';

const PROMISED_MS = 1000;
/** The quickest of several is what the mechanism takes; the others also tell how busy a machine shared with others is. */
const TIMES = 5;

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yaodian-live-'));
  cpSync('knowledge', folder, { recursive: true });
  site = await startSite({ knowledgeDir: folder });
}, 60_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function page(address: string): Promise<string> {
  const response = await fetch(`${site.address}${address}`);
  expect(response.status).toBe(200);
  return response.text();
}

interface Change {
  readonly file: string;
  /** Behind this, in the file, the words that are shown at the address. */
  readonly behind: string;
  readonly address: string;
}

const MARKS = ['【甲】', '【乙】'] as const;

/** How editors save: over the file, or a new file moved in its place. */
const WAYS_TO_SAVE: readonly ((file: string, text: string) => void)[] = [
  writeFileSync,
  (file, text) => {
    writeFileSync(`${file}~`, text);
    renameSync(`${file}~`, file);
  },
];

/** @returns how long each change took to be live, in ms, shortest first */
async function timesUntilLive({ file, behind, address }: Change): Promise<number[]> {
  const at = path.join(folder, file);
  const original = readFileSync(at, 'utf8');
  if (!original.includes(behind)) throw new Error(`${file} does not contain ${behind}`);
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const [mark, other] = n % 2 === 0 ? MARKS : [MARKS[1], MARKS[0]];
    WAYS_TO_SAVE[n % WAYS_TO_SAVE.length]?.(at, original.replace(behind, `${behind}${mark}`));
    const saved = performance.now();
    await until('the change is live', async () => {
      const shown = await page(address);
      expect(shown.includes(mark) && shown.includes(other)).toBe(false);
      return shown.includes(mark);
    });
    times.push(performance.now() - saved);
  }
  return times.sort((a, b) => a - b);
}

describe('A changed file of the knowledge base', () => {
  it.each<[string, Change]>([
    [
      'an entry of the edition',
      { file: 'entries/fee.yaml', behind: 'short:\n      zh-CN: ', address: '/entry/fee?lang=zh-CN' },
    ],
    [
      'an overlay',
      {
        file: 'overlays/guangdong/refinements/within-province.yaml',
        behind: 'text:\n            zh-CN: ',
        address: '/entry/within-province?lang=zh-CN&from=guangdong&to=guangdong',
      },
    ],
  ])(
    '(%s) is live within a second, and every page meanwhile is the old one or the new one',
    async (_what, change) => {
      const times = await timesUntilLive(change);
      expect(times[0]).toBeLessThan(PROMISED_MS);
    },
    60_000,
  );

  it('of the edition is named with its new version in the very answers that have its new words', async () => {
    const seen = new Set<string>();
    const change = (file: string, from: string, to: string) => {
      const at = path.join(folder, file);
      writeFileSync(at, readFileSync(at, 'utf8').replace(from, to));
    };
    const manifest = readFileSync(path.join(folder, 'edition.yaml'), 'utf8');
    const { version = '', month = '' } = /version: "?(?<version>(?<month>\d+\.\d+)[\d.]*)/.exec(manifest)?.groups ?? {};
    const next = `${month}.99`;
    change('entries/overdue.yaml', '。', '！');
    change('edition.yaml', version, next);
    await until('the new edition is live', async () => {
      const shown = await page('/entry/overdue?lang=zh-CN');
      const short = /<div class="short">(?<short>.*?)<\/div>/s.exec(shown)?.groups?.short ?? '';
      seen.add(`${shown.includes(next)} ${short.includes('！')}`);
      return shown.includes(next);
    });
    expect([...seen].sort()).toEqual(['false false', 'true true']);
  }, 60_000);
});
