/** An edition corrected under its overlays: those that speak of the entry are read against it anew, the others stay. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createEditionReader } from '../../bot/knowledge/index.ts';
import { createView, nationalComposition, nationalView } from '../../bot/overlays/index.ts';
import { createLastGoodStore, type LoadedOverlay, loadOverlays, type OverlayLoader } from '../../bot/service/index.ts';
import { relayOverlays } from '../../bot/service/relay-overlays.ts';
import { type CopiedOverlays, copyOverlays, everythingIn, OVERLAY_KNOWLEDGE } from '../helpers/copied-overlays.ts';

const PORTAL = readFileSync(path.join(OVERLAY_KNOWLEDGE, 'entries/portal.yaml'), 'utf8');
const PORTAL_ASKED = readFileSync(path.join(OVERLAY_KNOWLEDGE, 'asked/portal.yaml'), 'utf8');
const DAY = '2026-11-23';
let copy: CopiedOverlays;
let loader: OverlayLoader;
let read: () => ReturnType<typeof nationalComposition>;

beforeEach(() => {
  copy = copyOverlays();
  loader = { knowledgeDir: copy.folder, lastGood: createLastGoodStore(''), now: () => new Date(`${DAY}T04:00:00Z`) };
  const reader = createEditionReader(copy.folder);
  read = () => {
    const { edition } = reader();
    if (!edition) throw new Error('the fixture is sound');
    return nationalComposition(edition);
  };
});
afterEach(() => copy.remove());

/** Loads, changes the edition, lays the overlays on it; beside what loading everything anew gives. */
async function correct(change: () => void) {
  const before = read();
  const known = await loadOverlays(loader, before);
  change();
  const now = read();
  const laid = await relayOverlays(loader, now, known, before.edition);
  return { known, laid, anew: await loadOverlays(loader, now) };
}

const sameLayers = (a: ReadonlyMap<string, LoadedOverlay>, b: ReadonlyMap<string, LoadedOverlay>) =>
  [...b].filter(([region, { layer }]) => a.get(region)?.layer === layer).map(([region]) => region);

function shown(overlays: ReadonlyMap<string, LoadedOverlay>) {
  return [...overlays].map(([region, { state, drifted, problems, composition }]) => {
    const view = createView(nationalView(composition.edition), composition, DAY);
    return { region, state, drifted, problems, version: view.version, all: everythingIn(view) };
  });
}

describe('A corrected text of an entry', () => {
  it('leaves the overlays that do not speak of it as they are, on the new edition', async () => {
    const { known, laid, anew } = await correct(() =>
      copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。'),
    );
    expect(sameLayers(known, laid)).toEqual(['henan', 'sichuan']);
    expect(shown(laid)).toEqual(shown(anew));
    expect(laid.get('guangdong')?.drifted).toBe(2);
  });

  it('that a city alone speaks of has its province as it is', async () => {
    copy.write(
      'overlays/guangdong/shenzhen/refinements/refused.yaml',
      'entry: refused\nchanges:\n  - { approver: 丁, when: 2026-03-05, reason: x, source: x, variants: [深圳不给转] }\n',
    );
    copy.remove('overlays/sichuan');
    const { known, laid, anew } = await correct(() => copy.edit('entries/refused.yaml', 'en: ', 'en: Well. '));
    expect(sameLayers(known, laid)).toEqual(['guangdong', 'henan']);
    expect(shown(laid)).toEqual(shown(anew));
  });

  it('looks at no file of an overlay that it does not concern, which may be half-written', async () => {
    const { laid } = await correct(() => {
      copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。');
      copy.write('overlays/henan/refinements/procedure.yaml', 'entry: [');
    });
    expect(laid.get('henan')).toMatchObject({ state: 'live', problems: [] });
  });
});

describe('A new way of asking', () => {
  it('leaves the overlays as they are that neither speak of its entry nor ask in its words', async () => {
    const { known, laid, anew } = await correct(() =>
      copy.edit('asked/offices.yaml', 'plain: [', 'plain: [社保大厅怎么走, '),
    );
    expect(sameLayers(known, laid)).toEqual(['henan', 'sichuan']);
    expect(shown(laid)).toEqual(shown(anew));
  });

  it('that an overlay gives to another entry has that overlay read against it', async () => {
    const { laid, anew } = await correct(() =>
      copy.edit('asked/offices.yaml', 'plain: [', 'plain: [深圳加东莞一共够不够年限, '),
    );
    expect(laid.get('guangdong')?.state).not.toBe('live');
    expect(shown(laid)).toEqual(shown(anew));
  });
});

describe('An entry that comes or goes', () => {
  it('concerns the overlays that speak of it, and no other', async () => {
    const { known, laid, anew } = await correct(() => {
      copy.remove('entries/portal.yaml');
      copy.remove('asked/portal.yaml');
    });
    expect(sameLayers(known, laid)).toContain('henan');
    expect(shown(laid)).toEqual(shown(anew));
    const back = await correct(() => {
      copy.write('entries/portal.yaml', PORTAL);
      copy.write('asked/portal.yaml', PORTAL_ASKED);
    });
    expect(shown(back.laid)).toEqual(shown(back.anew));
  });
});

describe('A place', () => {
  it('written otherwise concerns the overlays of its province alone', async () => {
    const { known, laid, anew } = await correct(() => copy.edit('regions.yaml', 'short: 河南', 'short: 豫省'));
    expect(sameLayers(known, laid)).not.toContain('henan');
    expect(sameLayers(known, laid)).toContain('sichuan');
    expect(shown(laid)).toEqual(shown(anew));
  });
});

describe('A synonym', () => {
  it('concerns no overlay', async () => {
    const { known, laid, anew } = await correct(() => copy.edit('synonyms.yaml', 'said: [', 'said: [挪窝, '));
    expect(sameLayers(known, laid)).toEqual([...known.keys()]);
    expect(shown(laid)).toEqual(shown(anew));
  });
});

describe('Another change of the edition', () => {
  it.each([
    ['a new version', () => copy.edit('edition.yaml', '2026.02', '2026.03')],
    [
      'an entry gone',
      () => {
        copy.edit('edition.yaml', '2026.02', '2026.03');
        copy.remove('entries/portal.yaml');
        copy.remove('asked/portal.yaml');
      },
    ],
  ])('(%s) has every overlay read against it', async (_what, change) => {
    const { known, laid, anew } = await correct(change);
    expect(sameLayers(known, laid)).toEqual([]);
    expect(shown(laid)).toEqual(shown(anew));
  });

  it('mends an overlay that only the edition had made wrong', async () => {
    copy.edit('asked/offices.yaml', '去哪个窗口问, ', '');
    const { known, laid } = await correct(() => copy.edit('asked/offices.yaml', 'plain: [', 'plain: [去哪个窗口问, '));
    expect(known.get('guangdong')?.state).toBe('off');
    expect(laid.get('guangdong')?.state).toBe('live');
  });
});
