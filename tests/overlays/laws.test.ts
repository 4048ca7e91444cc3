/** Laws that hold of every overlay, tried on made-up ones. */
import fc from 'fast-check';
import { holdsOn, loadEdition } from '../../bot/knowledge/index.ts';
import { type Composition, createView, layOver, nationalComposition, nationalView } from '../../bot/overlays/index.ts';
import { everythingIn, OVERLAY_KNOWLEDGE } from '../helpers/copied-overlays.ts';
import { anyDay, type MadeOverlay, madeOverlay, PROTECTED, readMade, sourceOf } from '../helpers/made-overlay.ts';

const edition = loadEdition(OVERLAY_KNOWLEDGE);
const nation = nationalComposition(edition);
const national = nationalView(edition);
const RUNS = { numRuns: 30 };
const EMPTY: MadeOverlay = { refinements: {}, deletions: [], additions: [] };

function lay(made: MadeOverlay, region: string, base: Composition = nation): Composition {
  const { layer, problems } = readMade(made, region, base);
  if (!layer) throw new Error(JSON.stringify(problems.map(({ code, facts, file }) => [code, facts, file])));
  return layOver(base, layer);
}

describe('Composing', () => {
  it('is deterministic: the same files give the same view', () => {
    fc.assert(
      fc.property(madeOverlay(), anyDay, (made, day) => {
        const once = createView(national, lay(made, 'guangdong'), day);
        const again = createView(national, lay(made, 'guangdong'), day);
        expect(everythingIn(again)).toEqual(everythingIn(once));
        expect(again.added).toEqual(once.added);
      }),
      RUNS,
    );
  });

  it('with an empty overlay gives the nation’s own entries, the very objects', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const view = createView(national, lay(EMPTY, 'guangdong'), day);
        expect(view.ids()).toEqual(national.ids());
        for (const id of view.ids()) expect(view.compose(id)?.entry).toBe(edition.entries.get(id));
        expect([...view.hidden, ...view.added, ...view.hiddenWays]).toEqual([]);
      }),
      RUNS,
    );
  });

  it('commutes where overlays speak of different entries', () => {
    fc.assert(
      fc.property(
        madeOverlay(['years', 'refused']),
        madeOverlay(['offices', 'procedure']),
        anyDay,
        (one, other, day) => {
          // The second hides nothing and adds nothing of the first's names, so that they are independent.
          const independent = { ...other, deletions: [] };
          const there = createView(national, lay(independent, 'henan', lay(one, 'guangdong')), day);
          const back = createView(national, lay(one, 'guangdong', lay(independent, 'henan')), day);
          const byId = (view: typeof there) =>
            Object.fromEntries([...view.ids()].sort().map((id) => [id, view.compose(id)?.entry]));
          expect(byId(there)).toEqual(byId(back));
        },
      ),
      RUNS,
    );
  });

  it('for one region never changes another’s answers', () => {
    fc.assert(
      fc.property(madeOverlay(), madeOverlay(), anyDay, (mine, theirs, day) => {
        const alone = everythingIn(createView(national, lay(mine, 'henan'), day));
        lay(theirs, 'guangdong');
        createView(national, lay(theirs, 'guangdong'), day).ids();
        expect(everythingIn(createView(national, lay(mine, 'henan'), day))).toEqual(alone);
        expect(national.ids().map((id) => national.compose(id)?.entry)).toEqual([...edition.entries.values()]);
      }),
      RUNS,
    );
  });

  it('leaves national policy whole everywhere: protected entries keep every word on every day', () => {
    fc.assert(
      fc.property(madeOverlay(), madeOverlay(), anyDay, (province, city, day) => {
        const view = createView(
          national,
          lay({ ...city, deletions: [] }, 'guangdong/shenzhen', lay(province, 'guangdong')),
          day,
        );
        for (const id of PROTECTED) {
          const above = edition.entries.get(id)?.versions.find((version) => holdsOn(version, day));
          const here = view.compose(id)?.entry.versions.find((version) => holdsOn(version, day));
          expect(here?.short).toEqual(above?.short);
          expect(here?.example).toEqual(above?.example);
          expect(here?.points).toEqual(expect.arrayContaining(above?.points ?? []));
          expect(here?.steps).toEqual(expect.arrayContaining(above?.steps ?? []));
          expect(view.ids()).toContain(id);
        }
      }),
      RUNS,
    );
  });

  it('of the same id added and deleted is an error', () => {
    fc.assert(
      fc.property(madeOverlay(), anyDay, (made, from) => {
        const both = {
          ...made,
          additions: [{ name: 'one', from }],
          deletions: [{ entry: 'guangdong-one', from }],
        };
        const { layer, problems } = readMade(both, 'guangdong', nation);
        expect(layer).toBeUndefined();
        expect(problems.map(({ code }) => code)).toContain('overlay-added-and-deleted');
      }),
      RUNS,
    );
  });
});

describe('On any day', () => {
  it('a field says what the change of that day says, else what the nation says: a slow, obvious reading agrees', () => {
    fc.assert(
      fc.property(madeOverlay(['years']), fc.array(anyDay, { minLength: 5, maxLength: 5 }), (made, days) => {
        const composition = lay(made, 'guangdong');
        const oneView = createView(national, composition, '2026-11-23');
        for (const day of days) {
          const change = (made.refinements.years ?? []).find((candidate) => holdsOn(candidate, day));
          const above = edition.entries.get('years')?.versions.find((version) => holdsOn(version, day));
          const here = oneView.compose('years')?.entry.versions.find((version) => holdsOn(version, day));
          const local = (words: string | undefined) => (words === undefined ? undefined : `${words}（guangdong）`);
          expect(here?.short['zh-CN']).toBe(local(change?.short) ?? above?.short['zh-CN']);
          const point = here?.points.find(({ id }) => id === 'summed');
          expect(point?.text['zh-CN']).toBe(local(change?.set) ?? '各地加起来算。');
          const added = (here?.points ?? []).filter(
            ({ id, from, until }) => id.startsWith('guangdong-') && holdsOn({ from, until }, day),
          );
          const expected = [change?.insertAfter, change?.append].map(local).filter((words) => words !== undefined);
          expect(added.map(({ text }) => text['zh-CN']).sort()).toEqual(expected.sort());
          // Whether a line is local is told by the view of that day.
          const origins = createView(national, composition, day).compose('years')?.origins;
          expect(origins?.has('short') ?? false).toBe(change?.short !== undefined);
          expect(origins?.has('points.summed') ?? false).toBe(change?.set !== undefined);
        }
      }),
      RUNS,
    );
  });

  it('versions of a composed entry follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(madeOverlay(), (made) => {
        const composition = lay(made, 'guangdong');
        for (const id of Object.keys(made.refinements)) {
          const versions = composition.dated(id)?.entry.versions ?? [];
          for (const [n, version] of versions.slice(1).entries()) {
            const before = versions[n];
            const next = new Date(`${before?.until}T00:00:00Z`);
            next.setUTCDate(next.getUTCDate() + 1);
            expect(version.from).toBe(next.toISOString().slice(0, 10));
          }
          expect(versions[0]?.from).toBe(edition.entries.get(id)?.versions[0]?.from);
          expect(versions.at(-1)?.until).toBeUndefined();
        }
      }),
      RUNS,
    );
  });
});

describe('The content of an overlay', () => {
  it('has a name of its own: other files, another hash', () => {
    fc.assert(
      fc.property(madeOverlay(), madeOverlay(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        const [a, b] = [one, other].map((made) => sourceOf(made, 'guangdong'));
        const equal = JSON.stringify([...(a?.files ?? [])]) === JSON.stringify([...(b?.files ?? [])]);
        expect(a?.hash === b?.hash).toBe(equal || same);
      }),
      RUNS,
    );
  });
});
