/** Overlays made up by fast-check, as files: what is tested is what would be read from disk. */
import fc from 'fast-check';
import {
  acceptEntry,
  type Composition,
  createSource,
  type OverlayReading,
  type OverlaySource,
  readOverlay,
  readOverlayFiles,
} from '../../bot/overlays/index.ts';

export interface MadeChange {
  readonly from: string;
  readonly until?: string;
  readonly short?: string;
  readonly set?: string;
  readonly append?: string;
  readonly insertAfter?: string;
  readonly variant?: string;
}

export interface MadeOverlay {
  /** By entry: changes one after the other, without overlap. */
  readonly refinements: Readonly<Record<string, readonly MadeChange[]>>;
  readonly deletions: readonly { readonly entry: string; readonly from: string; readonly until?: string }[];
  readonly additions: readonly { readonly name: string; readonly from: string }[];
}

/** Entry → a point of it; the first two are protected. */
export const POINT_OF: Readonly<Record<string, string>> = {
  procedure: 'first-limit',
  refused: 'no-refusal',
  years: 'summed',
  offices: 'call',
};
export const PROTECTED = ['procedure', 'refused'];

/** The ends of months from 2019 to 2032, so that changes meet versions of the edition in all ways. */
const month = fc.integer({ min: 2019 * 12, max: 2032 * 12 });
export const firstOf = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
export const anyDay = month.map(firstOf);

const words = fc.constantFrom('甲', '乙', '丙', '丁').map((name) => `本地的话${name}`);

function changesOf(entry: string): fc.Arbitrary<MadeChange[]> {
  const free = !PROTECTED.includes(entry);
  const maybe = (said: fc.Arbitrary<string>, allowed = true) =>
    allowed ? fc.option(said, { nil: undefined }) : fc.constant(undefined);
  return fc
    .tuple(
      fc.uniqueArray(month, { minLength: 2, maxLength: 5 }),
      fc.array(
        fc.record({
          short: maybe(words, free),
          set: maybe(words, free),
          append: maybe(words),
          insertAfter: maybe(words),
          variant: maybe(words),
          open: fc.boolean(),
        }),
        { minLength: 4, maxLength: 4 },
      ),
    )
    .map(([starts, drafts]) => {
      const sorted = starts.sort((a, b) => a - b);
      return sorted.slice(0, -1).flatMap((start, n): MadeChange[] => {
        const draft = drafts[n];
        const next = sorted[n + 1];
        if (!draft || next === undefined) return [];
        const { open, ...said } = draft;
        const last = n === sorted.length - 2;
        const kept = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
        if (Object.keys(kept).length === 0) return [];
        return [{ from: firstOf(start), ...(last && open ? {} : { until: dayBeforeMonth(next) }), ...kept }];
      });
    });
}

function dayBeforeMonth(n: number): string {
  return new Date(Date.UTC(Math.floor(n / 12), n % 12, 0)).toISOString().slice(0, 10);
}

export function madeOverlay(entries: readonly string[] = Object.keys(POINT_OF)): fc.Arbitrary<MadeOverlay> {
  return fc.record({
    refinements: fc
      .tuple(...entries.map((entry) => fc.option(changesOf(entry), { nil: [] })))
      .map((lists) => Object.fromEntries(entries.map((entry, n) => [entry, lists[n] ?? []]))),
    deletions: fc.option(
      fc.tuple(month, fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined })).map(([start, months]) => [
        {
          entry: 'portal',
          from: firstOf(start),
          ...(months === undefined ? {} : { until: dayBeforeMonth(start + months) }),
        },
      ]),
      { nil: [] },
    ),
    additions: fc.uniqueArray(fc.record({ name: fc.constantFrom('one', 'two'), from: anyDay }), {
      selector: ({ name }) => name,
      maxLength: 2,
    }),
  });
}

/** Writes a made overlay as its files, with the words it was written for, and reads it. */
export function readMade(made: MadeOverlay, region: string, base: Composition): OverlayReading {
  return readOverlay(accepted(sourceOf(made, region), base, made), base);
}

const text = (words: string, region: string) => ({
  'zh-CN': `${words}（${region.replace('/', '之')}）`,
  en: `words of ${region}`,
});
const accountable = { approver: '甲', when: '2019-01-01', reason: '试', source: 'measures#8' };

export function sourceOf(made: MadeOverlay, region: string): OverlaySource {
  const prefix = region.replace('/', '-');
  const files: Record<string, unknown> = {
    'overlay.yaml': {
      region,
      ...(region.includes('/') ? { city: '深圳' } : {}),
      maintainer: { unit: { 'zh-CN': '甲' } },
      reviewedAgainst: '2026.02',
      version: 1,
      status: 'published',
    },
  };
  for (const { name, from } of made.additions) {
    const id = `${prefix}-${name}`;
    const point = { id: 'p', text: text('点', region) };
    files[`additions/${id}.yaml`] = {
      id,
      topic: 'help',
      side: 'any',
      question: text(`问${name}`, region),
      versions: [
        {
          from,
          short: text('答', region),
          points: [point],
          steps: [{ ...point, id: 's' }],
          sources: ['measures#whole'],
        },
      ],
      reviewed: '2026-01-01',
      reviewBy: '2027-01-01',
      tests: { hits: ['a', 'b'] },
      ...accountable,
    };
  }
  if (made.deletions.length > 0)
    files['deletions.yaml'] = {
      deletions: made.deletions.map((deletion) => ({ ...deletion, reason: '试', approver: '甲', when: '2019-01-01' })),
    };
  for (const [entry, changes] of Object.entries(made.refinements))
    if (changes.length > 0)
      files[`refinements/${entry}.yaml`] = {
        entry,
        changes: changes.map((change, n) => changeOf(change, entry, n, region)),
      };
  const bytes = new Map(
    Object.entries(files).map(([name, value]) => [name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`)]),
  );
  return createSource(region, `knowledge/overlays/${region}`, bytes);
}

function changeOf(change: MadeChange, entry: string, n: number, region: string): Record<string, unknown> {
  const point = POINT_OF[entry];
  const prefix = region.replace('/', '-');
  const points = {
    ...(change.set ? { set: [{ id: point, text: text(change.set, region) }] } : {}),
    ...(change.append ? { append: [{ id: `${prefix}-a${n}`, text: text(change.append, region) }] } : {}),
    ...(change.insertAfter
      ? { insertAfter: [{ after: point, id: `${prefix}-i${n}`, text: text(change.insertAfter, region) }] }
      : {}),
  };
  return {
    ...accountable,
    from: change.from,
    ...(change.until ? { until: change.until } : {}),
    ...(change.short ? { short: text(change.short, region) } : {}),
    ...(Object.keys(points).length > 0 ? { points } : {}),
    ...(change.variant ? { variants: [`${change.variant}${entry}${region}`] } : {}),
  };
}

function accepted(source: OverlaySource, base: Composition, made: MadeOverlay): OverlaySource {
  const entries = [...Object.keys(made.refinements), ...made.deletions.map(({ entry }) => entry)];
  return entries.reduce((at, entry) => {
    const { files } = readOverlayFiles(at);
    const acceptance = files && acceptEntry(files, base, entry, '甲', '2019-01-01');
    const written = new Map(at.files);
    for (const { name, after } of acceptance?.files ?? []) written.set(name, Buffer.from(after));
    return createSource(at.region, at.folder, written);
  }, source);
}
