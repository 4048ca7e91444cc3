/**
 * Writes overlays of eleven changes each, as files, for as many regions as asked: 32 provinces, their real cities, and
 * beyond those made-up cities. Provinces and cities speak of different entries, so that none drifts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition, Entry } from '../../bot/knowledge/index.ts';
import { acceptEntry, createSource, nationalComposition, readOverlayFiles } from '../../bot/overlays/index.ts';

export interface MadeRegion {
  readonly region: string;
  readonly city: string | undefined;
}

/** @returns the regions, provinces first, and the edition with enough cities for them */
export function regionsFor(
  edition: Edition,
  count: number,
): { readonly regions: MadeRegion[]; readonly edition: Edition } {
  const provinces = [...edition.regions.values()];
  const real = provinces.flatMap(({ id, cities }) =>
    cities.map(({ code, short }) => ({ region: `${id}/c${code}`, city: short })),
  );
  const missing = Math.max(0, count - provinces.length - real.length);
  const made = Array.from({ length: missing }, (_, n) => ({
    region: `${provinces[n % provinces.length]?.id ?? ''}/made${n}`,
    city: `城${n}`,
  }));
  const regions = [...provinces.map(({ id }) => ({ region: id, city: undefined })), ...real, ...made].slice(0, count);
  const withMade = new Map(
    provinces.map((province) => {
      const own = made.filter(({ region }) => region.startsWith(`${province.id}/`));
      const cities = own.map(({ region, city }) => ({ code: region.split('/made')[1] ?? '', name: city, short: city }));
      return [province.id, { ...province, cities: [...province.cities, ...cities] }];
    }),
  );
  return { regions, edition: { ...edition, regions: withMade } };
}

export function writeOverlays(knowledgeDir: string, edition: Edition, regions: readonly MadeRegion[]): void {
  const free = [...edition.entries.values()].filter((entry) => !entry.protected);
  const templates = [filesOf(edition, free.slice(0, 6)), filesOf(edition, free.slice(6, 12))];
  for (const { region, city } of regions) {
    const template = templates[city === undefined ? 0 : 1] ?? new Map<string, string>();
    for (const [name, text] of template) {
      const file = path.join(knowledgeDir, 'overlays', region, name.replaceAll('xxprefix', prefixOf(region)));
      mkdirSync(path.dirname(file), { recursive: true });
      const cityLine = city === undefined ? '' : `city: ${city}\n`;
      writeFileSync(
        file,
        text
          .replaceAll('xxname', lettersOf(region))
          .replaceAll('xxregion', region)
          .replaceAll('xxprefix', prefixOf(region))
          .replace('CITY\n', cityLine),
      );
    }
  }
}

/** A digit in a text would be a bare number. */
const lettersOf = (region: string) => region.replace(/[0-9]/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const prefixOf = (region: string) => region.replace('/', '-');
const text = (words: string) => `{ zh-CN: ${words}（xxname）, en: local words of xxname }`;
const who = 'approver: 甲\n    when: 2026-01-01\n    reason: 试\n    source: 试';

/** Eleven changes: two short answers, two points reworded, two added, two lists of ways of asking, an entry more, an entry and a way of asking less. */
function filesOf(edition: Edition, entries: readonly Entry[]): Map<string, string> {
  const [shortA, shortB, addA, addB, asked, deleted] = entries;
  const replace = (entry: Entry | undefined) =>
    `entry: ${entry?.id}\nchanges:\n  - ${who}\n    short: ${text('本地的短答')}\n    points:\n      set:\n        - { id: ${entry?.versions.at(-1)?.points[0]?.id}, text: ${text('本地的要点')} }\n`;
  const add = (entry: Entry | undefined) =>
    `entry: ${entry?.id}\nchanges:\n  - ${who}\n    points:\n      append:\n        - { id: xxprefix-more, text: ${text('本地的补充')} }\n`;
  const ways = (entry: Entry | undefined) =>
    `entry: ${entry?.id}\nchanges:\n  - ${who}\n    variants: [xxname的问法, xxname的又一个问法, asking in xxname]\n`;
  const files = new Map([
    [
      'overlay.yaml',
      'region: xxregion\nCITY\nmaintainer: { unit: { zh-CN: 甲 } }\nreviewedAgainst: "VERSION"\nversion: 1\nstatus: published\n'.replace(
        'VERSION',
        edition.manifest.version,
      ),
    ],
    [
      'deletions.yaml',
      `deletions:\n  - entry: ${deleted?.id}\n    approver: 甲\n    when: 2026-01-01\n    reason: 试\n  - { entry: ${addA?.id}, variant: ${JSON.stringify(wayOf(edition, addA))}, approver: 甲, when: 2026-01-01, reason: 试 }\n`,
    ],
    [`refinements/${shortA?.id}.yaml`, replace(shortA)],
    [`refinements/${shortB?.id}.yaml`, replace(shortB)],
    [`refinements/${addA?.id}.yaml`, add(addA)],
    [`refinements/${addB?.id}.yaml`, `${add(addB)}    variants: [xxname怎么问这个]\n`],
    [`refinements/${asked?.id}.yaml`, ways(asked)],
    [
      'additions/xxprefix-own.yaml',
      `id: xxprefix-own\ntopic: ${edition.manifest.topics[0]?.id}\nside: any\nquestion: ${text('本地的问题')}\nversions:\n  - from: 2026-01-01\n    short: ${text('本地的回答')}\n    points: [{ id: one, text: ${text('第一点')} }]\n    steps: [{ id: first, text: ${text('第一步')} }]\n    sources: [${shortA?.versions[0]?.sources[0]}]\nreviewed: 2026-01-01\nreviewBy: 2027-01-01\ntests: { hits: [一, 二] }\n${who.replaceAll('\n    ', '\n')}\n`,
    ],
  ]);
  return accepted(files, edition, [shortA?.id ?? '', shortB?.id ?? '', deleted?.id ?? '']);
}

function wayOf(edition: Edition, entry: Entry | undefined): string {
  return edition.asked.find(({ kind, of }) => kind === 'entry' && of === entry?.id)?.text ?? '';
}

function accepted(files: ReadonlyMap<string, string>, edition: Edition, ids: readonly string[]): Map<string, string> {
  const base = nationalComposition(edition);
  const written = new Map([...files].map(([name, content]) => [name, content.replace('CITY\n', '')]));
  for (const id of ids) {
    const bytes = new Map([...written].map(([name, content]) => [name, Buffer.from(content)]));
    const { files: read } = readOverlayFiles(createSource('region', 'x', bytes));
    const acceptance = read && acceptEntry(read, base, id, '甲', '2026-01-01');
    for (const { name, after } of acceptance?.files ?? []) written.set(name, after);
  }
  written.set('overlay.yaml', files.get('overlay.yaml') ?? '');
  return written;
}
