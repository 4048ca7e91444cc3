/** What is said to someone who moves between two places: the nation above, each place for its own side. */
import { type Answer, composeAnswer, isAnswer } from '../../bot/answers/index.ts';
import { type Entry, loadEdition, type Point } from '../../bot/knowledge/index.ts';
import { nationalView, type View } from '../../bot/overlays/index.ts';

const edition = loadEdition('knowledge');
const national = nationalView(edition);
const ENTRY = 'procedure-three-15-days';

/** A view that appends one point to the procedure, as an overlay would. */
function viewOf(region: string, name: string, point: Point): View {
  const compose: View['compose'] = (id) => {
    const entry = edition.entries.get(id);
    if (!entry || id !== ENTRY) return national.compose(id);
    const versions = entry.versions.map((version) => ({ ...version, points: [...version.points, point] }));
    const composed: Entry = { ...entry, versions };
    return { entry: composed, origins: new Map([[`points.${point.id}`, { level: 'province', region }]]) };
  };
  const layers = [{ region, name: { 'zh-CN': name }, version: 1, status: 'reviewed', hash: '00000000' }] as const;
  return { ...national, region, version: `${national.version} + ${region} 1`, layers, compose };
}

const guangdong = viewOf('guangdong', '广东', {
  id: 'leaving',
  side: 'origin',
  text: { 'zh-CN': '离开时看这里', en: 'when leaving' },
});
const henan = viewOf('henan', '河南', {
  id: 'arriving',
  side: 'destination',
  text: { 'zh-CN': '到了看这里', en: 'when arriving' },
});

function say(more: { day?: string; origin?: View; destination?: View; language?: 'zh-CN' | 'en' }): Answer {
  const said = composeAnswer(edition, {
    entry: ENTRY,
    language: more.language ?? 'zh-CN',
    day: more.day ?? '2026-11-23',
    national,
    origin: more.origin,
    destination: more.destination,
  });
  if (!said || !isAnswer(said)) throw new Error('no answer');
  return said;
}

describe('An answer', () => {
  it('names its source, its days and the edition', () => {
    const said = say({});
    expect(said.sources[0]).toMatchObject({ number: '国办发〔2009〕66号', article: '第八条', from: '2010-01-01' });
    expect(said.from).toBe('2010-01-01');
    expect(said.versions).toEqual(['national 2026.11.1']);
    expect(said.highlighted).toBe(true);
  });

  it('explains the terms of art that occur in it', () => {
    expect(say({}).terms.map(({ term }) => term)).toContain('联系函');
  });

  it('to someone moving lets the origin speak about leaving and the destination about arriving', () => {
    const said = say({ origin: guangdong, destination: henan });
    expect(said.local.map(({ name, side, points }) => [name, side, points.map(({ text }) => text)])).toEqual([
      ['广东', 'origin', ['离开时看这里']],
      ['河南', 'destination', ['到了看这里']],
    ]);
    expect(said.versions).toEqual([
      'national 2026.11.1',
      'national 2026.11.1 + guangdong 1',
      'national 2026.11.1 + henan 1',
    ]);
  });

  it('does not let a place speak for the other side', () => {
    expect(say({ origin: henan, destination: guangdong }).local).toEqual([]);
  });

  it('to someone in one place marks which words are local', () => {
    const said = say({ origin: guangdong, destination: guangdong });
    expect(said.points.find(({ id }) => id === 'leaving')?.region).toBe('guangdong');
    expect(said.local.map(({ name }) => name)).toEqual(['广东']);
  });

  it('leaves out what did not hold yet', () => {
    const at = (day: string) => say({ day }).exceptions.map(({ id }) => id);
    expect(at('2010-06-01')).not.toContain('local-promise');
    expect(at('2026-11-23')).toContain('local-promise');
  });

  it('is not given for a day on which the entry says nothing', () => {
    const said = composeAnswer(edition, { entry: 'hmt-residents', language: 'zh-CN', day: '2010-06-01', national });
    expect(said).toMatchObject({ entry: 'hmt-residents', from: '2020-01-01' });
    expect(said && isAnswer(said)).toBe(false);
  });
});
