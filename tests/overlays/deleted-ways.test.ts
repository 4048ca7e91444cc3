/** A single way of asking deleted: by a province or its city, on its days, and what may be done with the words then. */
import fc from 'fast-check';
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, type Part } from '../../bot/matching/index.ts';
import { findDrift } from '../../bot/overlays/index.ts';
import {
  type CopiedOverlays,
  copyOverlays,
  OVERLAY_KNOWLEDGE,
  type ReadRegions,
  readRegions,
} from '../helpers/copied-overlays.ts';

const DAY = '2026-11-23';
const WAY = '去哪个窗口问';
const DELETIONS = 'overlays/guangdong/deletions.yaml';
const PROCEDURE = 'overlays/guangdong/refinements/procedure.yaml';
const CITY = 'overlays/guangdong/shenzhen';

let copy: CopiedOverlays;
beforeEach(() => {
  copy = copyOverlays();
});
afterEach(() => copy.remove());

function ask(regions: ReadRegions, region: string, message: string, day = DAY): Part | undefined {
  return createMatcher(regions.edition).match(message, regions.view(region, day)).parts[0];
}

const codes = (regions: ReadRegions, region: string) =>
  (regions.problems.get(region) ?? []).map((problem) => problem.code);

const cityDeletes = (entry: string, variant: string) =>
  copy.write(
    `${CITY}/deletions.yaml`,
    `deletions:\n  - { entry: ${entry}, variant: ${variant}, reason: x, approver: 丁, when: 2026-03-05 }\n`,
  );

const cityAsks = (entry: string, variant: string) =>
  copy.write(
    `${CITY}/refinements/${entry}.yaml`,
    `entry: ${entry}\nchanges:\n  - { approver: 丁, when: 2026-03-05, reason: x, source: x, variants: [${variant}] }\n`,
  );

describe('A deleted way of asking', () => {
  it('does not lead to its entry there, and does so in every other region', () => {
    const regions = readRegions(copy.folder);
    expect(ask(regions, 'guangdong', WAY)?.entry).not.toBe('offices');
    expect(ask(regions, 'guangdong', WAY)?.choices).not.toContain('offices');
    for (const region of ['henan', 'beijing', 'sichuan']) expect(ask(regions, region, WAY)?.entry).toBe('offices');
  });

  it('leads to its entry again as of a day before it was deleted', () => {
    expect(ask(readRegions(copy.folder), 'guangdong', WAY, '2026-02-09')?.entry).toBe('offices');
  });

  it('of the province is deleted in its cities too', () => {
    expect(ask(readRegions(copy.folder), 'guangdong/shenzhen', WAY)?.entry).not.toBe('offices');
  });

  it('may be given to another entry, by the province or by a city', () => {
    cityAsks('procedure', WAY);
    const city = readRegions(copy.folder);
    expect(codes(city, 'guangdong/shenzhen')).toEqual([]);
    expect(ask(city, 'guangdong/shenzhen', WAY)?.entry).toBe('procedure');
    expect(ask(city, 'guangdong', WAY)?.entry).not.toBe('procedure');

    copy.edit(PROCEDURE, 'variants: [粤省办转移要等多久]', `variants: [粤省办转移要等多久, ${WAY}]`);
    const province = readRegions(copy.folder);
    expect(codes(province, 'guangdong')).toEqual([]);
    expect(ask(province, 'guangdong', WAY)?.entry).toBe('procedure');
  });

  it('frees only its own words: the other ways of its entry belong to it still', () => {
    copy.edit(PROCEDURE, 'variants: [粤省办转移要等多久]', 'variants: [社保局在哪里]');
    expect(codes(readRegions(copy.folder), 'guangdong')).toEqual(['same-asking']);
  });

  it('of the province can be taken back by a city', () => {
    cityAsks('offices', WAY);
    const regions = readRegions(copy.folder);
    expect(regions.view('guangdong/shenzhen', DAY).hiddenWays).toEqual([]);
    expect(ask(regions, 'guangdong/shenzhen', WAY)?.entry).toBe('offices');
    expect(ask(regions, 'guangdong', WAY)?.entry).not.toBe('offices');
  });

  it('may be one that the province added, and is then gone in the city alone', () => {
    cityDeletes('offices', '镇街社保窗口在哪？');
    const regions = readRegions(copy.folder);
    expect(codes(regions, 'guangdong/shenzhen')).toEqual([]);
    const texts = (region: string) => regions.view(region, DAY).added.map(({ text }) => text);
    expect(texts('guangdong')).toContain('镇街社保窗口在哪');
    expect(texts('guangdong/shenzhen')).not.toContain('镇街社保窗口在哪');
  });

  it('is no drift while the edition has the same words, however they are punctuated', () => {
    copy.edit(DELETIONS, `variant: ${WAY}`, `variant: ${WAY}？`);
    const regions = readRegions(copy.folder);
    const layer = regions.layers.get('guangdong');
    const base = regions.compositions.get('guangdong')?.below;
    expect(layer && base && findDrift(base, layer)).toEqual([]);
  });

  it('that the edition has dropped since is drift', () => {
    copy.edit('asked/offices.yaml', `${WAY}, `, '');
    copy.edit('edition.yaml', '2026.02', '2026.03');
    const regions = readRegions(copy.folder);
    const layer = regions.layers.get('guangdong');
    const base = regions.compositions.get('guangdong')?.below;
    expect(layer && base && findDrift(base, layer).map(({ kind }) => kind)).toEqual(['variant-gone']);
  });
});

describe('Whatever ways of asking a region deletes', () => {
  const edition = loadEdition(OVERLAY_KNOWLEDGE);
  const matcher = createMatcher(edition);
  const free = edition.asked.filter(({ kind, of }) => kind === 'entry' && !edition.entries.get(of)?.protected);
  const before = new Map(edition.asked.map(({ text }) => [text, matcher.match(text)]));

  it('there they do not lead to their entries, its other ways do, and no other region notices', () => {
    fc.assert(
      fc.property(fc.subarray(free), (deleted) => {
        const hiddenWays = deleted.map(({ of, text }) => ({ entry: of, text }));
        const local = { added: [], hidden: new Set<string>(), hiddenWays };
        for (const { of, text } of free) {
          const { parts } = matcher.match(text, local);
          const isDeleted = hiddenWays.some((way) => way.text === text);
          expect(parts.some((part) => part.entry === of || part.choices.includes(of))).toBe(!isDeleted);
        }
        for (const [text, match] of before) expect(matcher.match(text)).toEqual(match);
      }),
      { numRuns: 30 },
    );
  });
});
