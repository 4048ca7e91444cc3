/** National → province → city: what a region sees, on which day, and where each line comes from. */
import { composeAnswer, isAnswer } from '../../bot/answers/index.ts';
import { OVERLAY_KNOWLEDGE, readRegions } from '../helpers/copied-overlays.ts';

const regions = readRegions(OVERLAY_KNOWLEDGE);

function pointsOf(region: string, entry: string, day: string): string[] {
  const version = regions
    .view(region, day)
    .compose(entry)
    ?.entry.versions.find(({ from, until }) => from <= day && (until === undefined || day <= until));
  return (version?.points ?? [])
    .filter(({ from, until }) => (from === undefined || from <= day) && (until === undefined || day <= until))
    .map(({ id }) => id);
}

function shortOf(region: string, entry: string, day: string): string | undefined {
  return regions
    .view(region, day)
    .compose(entry)
    ?.entry.versions.find(({ from, until }) => from <= day && (until === undefined || day <= until))?.short['zh-CN'];
}

describe('A region', () => {
  it('without an overlay is the very same object as the national view', () => {
    expect(regions.view('beijing', '2026-11-23')).toBe(regions.national);
  });

  it('hands an entry that it does not touch through without a copy', () => {
    expect(regions.view('henan', '2026-11-23').compose('years')?.entry).toBe(regions.edition.entries.get('years'));
  });

  it('is named with its version in every view, after the edition', () => {
    expect(regions.view('guangdong', '2026-11-23').version).toBe('national 2026.02 + guangdong 3');
    expect(regions.view('guangdong/shenzhen', '2026-11-23').version).toBe(
      'national 2026.02 + guangdong 3 + guangdong/shenzhen 1',
    );
  });

  it('has each of its overlays under its own name', () => {
    expect(regions.view('guangdong/shenzhen', '2026-11-23').layers.map(({ name }) => name)).toEqual([
      { 'zh-CN': '广东', 'zh-Hant': '廣東', en: 'Guangdong' },
      { 'zh-CN': '深圳', en: 'Shenzhen' },
    ]);
  });
});

describe('An added entry', () => {
  it('is there from its first day on and not before', () => {
    expect(regions.view('guangdong', '2026-02-28').ids()).not.toContain('guangdong-portal');
    expect(regions.view('guangdong', '2026-03-01').ids()).toContain('guangdong-portal');
  });

  it('stands with the entries of its topic', () => {
    expect(regions.view('guangdong', '2026-11-23').ids()).toEqual([
      'procedure',
      'refused',
      'years',
      'offices',
      'guangdong-portal',
    ]);
  });

  it('says in 2027 what its second version says', () => {
    expect(shortOf('guangdong', 'guangdong-portal', '2026-12-31')).toBe('登录省里的平台就能申请。');
    expect(shortOf('guangdong', 'guangdong-portal', '2027-01-01')).toBe('在新平台上申请。');
  });

  it('brings its question and its ways of asking', () => {
    const added = regions.view('guangdong', '2026-11-23').added.filter(({ entry }) => entry === 'guangdong-portal');
    expect(added.map(({ text }) => text)).toEqual([
      '广东的网上窗口怎么用？',
      'How do I use the Guangdong portal?',
      '粤省平台怎么申请',
      '广东网上窗口',
      'guangdong portal how to apply',
    ]);
  });
});

describe('A deletion', () => {
  it('hides the entry from its first day on', () => {
    expect(regions.view('guangdong', '2026-02-28').compose('portal')?.entry.id).toBe('portal');
    expect(regions.view('guangdong', '2026-03-01').compose('portal')).toBeUndefined();
    expect(regions.view('guangdong', '2026-03-01').hidden).toEqual(new Set(['portal']));
  });

  it('leaves the entry to every other region', () => {
    expect(regions.view('henan', '2026-11-23').compose('portal')?.entry.id).toBe('portal');
  });

  it('of a way of asking hides that way alone', () => {
    const view = regions.view('guangdong', '2026-11-23');
    expect(view.hiddenWays).toEqual([{ entry: 'offices', text: '去哪个窗口问' }]);
    expect(view.compose('offices')?.entry.id).toBe('offices');
  });
});

describe('A refinement', () => {
  it('replaces the short answer on its own days and on no others', () => {
    expect(shortOf('guangdong', 'years', '2020-01-01')).toBe('至少{{minimum-years}}年。');
    expect(shortOf('guangdong', 'years', '2026-02-14')).toBe('现在至少{{minimum-years}}年，以后逐步提高。');
    expect(shortOf('guangdong', 'years', '2026-02-15')).toBe('广东早先的说法：各市合起来算。');
    expect(shortOf('guangdong', 'years', '2026-06-30')).toBe('广东早先的说法：各市合起来算。');
    expect(shortOf('guangdong', 'years', '2026-07-01')).toBe('广东后来的说法：各市合起来算。');
    expect(shortOf('guangdong', 'years', '2031-01-01')).toBe('广东后来的说法：各市合起来算。');
  });

  it('answers any day from one view: as of an earlier day it says what was said then', () => {
    const entry = regions.view('guangdong', '2026-11-23').compose('years')?.entry;
    expect(entry?.versions.map(({ from, until, short }) => [from, until, short.en])).toEqual([
      ['2010-01-01', '2024-12-31', 'At least {{minimum-years}} years.'],
      ['2025-01-01', '2026-02-14', 'At least {{minimum-years}} years now, rising later.'],
      ['2026-02-15', '2026-06-30', 'The earlier words of Guangdong.'],
      ['2026-07-01', undefined, 'The later words of Guangdong.'],
    ]);
  });

  it('inserts points behind the ones named, also behind one that it inserts itself', () => {
    expect(pointsOf('guangdong', 'procedure', '2026-11-23')).toEqual([
      'first-limit',
      'second-limit',
      'guangdong-stop-first',
      'guangdong-stop-check',
      'guangdong-arrive',
    ]);
  });

  it('adds points from the day of approval without cutting the national version', () => {
    expect(pointsOf('guangdong', 'procedure', '2026-02-09')).toEqual(['first-limit', 'second-limit']);
    const versions = regions.view('guangdong', '2026-11-23').compose('procedure')?.entry.versions;
    expect(versions?.map(({ from, until }) => [from, until])).toEqual([['2010-01-01', undefined]]);
  });

  it('keeps the sources of a point that it rewords', () => {
    const entry = regions.view('guangdong', '2026-11-23').compose('years')?.entry;
    expect(entry?.versions.at(-1)?.points[0]).toEqual({
      id: 'summed',
      text: { 'zh-CN': '全省各市的年限合起来算。', en: 'Years in all cities of Guangdong count together.' },
      sources: ['measures#whole'],
    });
  });
});

describe('A city', () => {
  it('sees its province’s points and rewords one of them', () => {
    expect(pointsOf('guangdong/shenzhen', 'procedure', '2026-11-23')).toEqual([
      'first-limit',
      'second-limit',
      'guangdong-stop-first',
      'guangdong-stop-check',
      'guangdong-arrive',
      'shenzhen-appointment',
    ]);
    const origins = regions.view('guangdong/shenzhen', '2026-11-23').compose('procedure')?.origins;
    expect(origins?.get('points.guangdong-arrive')).toEqual({
      level: 'city',
      region: 'guangdong/shenzhen',
      file: expect.stringContaining('overlays/guangdong/shenzhen/refinements/procedure.yaml'),
      line: 9,
      who: '测试丙',
      when: '2026-03-05',
    });
    expect(origins?.get('points.guangdong-stop-first')?.region).toBe('guangdong');
  });

  it('does not change what the rest of the province is told', () => {
    const version = regions.view('guangdong', '2026-11-23').compose('procedure')?.entry.versions[0];
    expect(version?.points.find(({ id }) => id === 'guangdong-arrive')?.text['zh-CN']).toBe('到广东，先由新单位参保。');
  });
});

describe('Origins', () => {
  it('are told for the day of the view: before the change the line is national', () => {
    expect(regions.view('guangdong', '2026-02-14').compose('years')?.origins.has('short')).toBe(false);
    expect(regions.view('guangdong', '2026-02-20').compose('years')?.origins.get('short')?.who).toBe('测试甲');
    expect(regions.view('guangdong', '2026-07-01').compose('years')?.origins.get('short')?.who).toBe('测试乙');
  });
});

describe('A move has two ends', () => {
  it('tells what Guangdong says of leaving and Henan of arriving, each under its own name', () => {
    const day = '2026-11-23';
    const said = composeAnswer(regions.edition, {
      entry: 'procedure',
      language: 'zh-CN',
      day,
      national: regions.national,
      origin: regions.view('guangdong', day),
      destination: regions.view('henan', day),
    });
    if (!said || !isAnswer(said)) throw new Error('no answer');
    expect(said.local.map(({ name, side, points }) => [name, side, points.map(({ id }) => id)])).toEqual([
      ['广东', 'origin', ['guangdong-stop-first', 'guangdong-stop-check']],
      ['河南', 'destination', ['henan-arrive']],
    ]);
    expect(said.points.map(({ id }) => id)).toEqual(['first-limit', 'second-limit']);
    expect(said.versions).toEqual(['national 2026.02', 'national 2026.02 + guangdong 3', 'national 2026.02 + henan 2']);
  });
});
