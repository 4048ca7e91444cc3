/** The rule of docs/decisions/0009-overlay-drift.md: local words are shown only over the words they were written for. */
import { type Drift, findDrift } from '../../bot/overlays/index.ts';
import { type CopiedOverlays, copyOverlays, readRegions } from '../helpers/copied-overlays.ts';

const TODAY = '2026-11-23';

function changedBy(change: (copy: CopiedOverlays) => void) {
  const copy = copyOverlays();
  try {
    change(copy);
    const regions = readRegions(copy.folder);
    const driftOf = (region: string): Drift[] => {
      const composition = regions.compositions.get(region);
      const layer = regions.layers.get(region);
      return composition?.below && layer ? findDrift(composition.below, layer) : [];
    };
    const shortOf = (region: string, entry: string) =>
      regions.view(region, TODAY).compose(entry)?.entry.versions.at(-1)?.short['zh-CN'];
    const pointsOf = (region: string, entry: string) =>
      regions
        .view(region, TODAY)
        .compose(entry)
        ?.entry.versions.at(-1)
        ?.points.map(({ id, text }) => [id, text['zh-CN']]);
    return { ...regions, driftOf, shortOf, pointsOf };
  } finally {
    copy.remove();
  }
}

describe('While the edition stands still', () => {
  it('nothing drifts', () => {
    const { driftOf } = changedBy(() => {});
    expect(['guangdong', 'guangdong/shenzhen', 'henan'].flatMap(driftOf)).toEqual([]);
  });

  it('an entry may change where no overlay speaks of it', () => {
    const { driftOf, shortOf } = changedBy((copy) =>
      copy.edit('entries/years.yaml', '先查缴费记录。', '先看缴费记录。'),
    );
    expect(driftOf('guangdong')).toEqual([]);
    expect(shortOf('guangdong', 'years')).toBe('广东后来的说法：各市合起来算。');
  });
});

describe('When the edition changes words that a region has replaced', () => {
  const changed = changedBy((copy) => copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。'));

  it('the overlay still loads', () => {
    expect(changed.problems.get('guangdong')).toEqual([]);
  });

  it('the national words are shown, not local ones that were written for others', () => {
    expect(changed.shortOf('guangdong', 'years')).toBe('现在至少{{minimum-years}}年，以后一步一步提高。');
  });

  it('fields whose words stand are still refined, and points are still added', () => {
    expect(changed.pointsOf('guangdong', 'years')).toEqual([
      ['summed', '全省各市的年限合起来算。'],
      ['rising', '提高是一年一步。'],
      ['guangdong-record', '在省平台能查到各市的记录。'],
    ]);
  });

  it('the report has old, new and local words side by side', () => {
    expect(changed.driftOf('guangdong').at(-1)).toMatchObject({
      entry: 'years',
      change: 'refinement',
      kind: 'changed',
      field: 'short',
      version: '2025-01-01',
      old: { text: { 'zh-CN': '现在至少{{minimum-years}}年，以后逐步提高。' } },
      now: { text: { 'zh-CN': '现在至少{{minimum-years}}年，以后一步一步提高。' } },
      local: { 'zh-CN': '广东后来的说法：各市合起来算。' },
      applied: false,
      keptEdition: '2026.02',
    });
  });

  it('the older version of the entry, whose words stand, is as it was', () => {
    const versions = changed.view('guangdong', TODAY).compose('years')?.entry.versions;
    expect(versions?.map(({ from }) => from)).toEqual(['2010-01-01', '2025-01-01', '2026-07-01']);
  });
});

describe('A change of the edition that is not one of words', () => {
  it('of the sources of a refined point counts: another law may stand behind it now', () => {
    const { driftOf } = changedBy((copy) =>
      copy.edit(
        'entries/offices.yaml',
        '说出省和市。, en: Name the province and city. }',
        '说出省和市。, en: Name the province and city. }\n        sources: [measures#8]',
      ),
    );
    expect(driftOf('guangdong')).toMatchObject([
      { kind: 'changed', field: 'points.call', now: { sources: ['measures#8'] } },
    ]);
  });

  it('of quotes and line breaks does not count', () => {
    const { driftOf } = changedBy((copy) =>
      copy.edit(
        'entries/offices.yaml',
        'text: { zh-CN: 说出省和市。, en: Name the province and city. }',
        'text:\n          en: "Name the province and city."\n          zh-CN: "说出省和市。"',
      ),
    );
    expect(driftOf('guangdong')).toEqual([]);
  });
});

describe('A new version entered ahead', () => {
  const NEXT = `    until: 2029-12-31\n    changed: { zh-CN: 以后会提高。`;
  const later = `  - from: 2030-01-01
    changed: { zh-CN: 提高了。, en: It has risen. }
    short: { zh-CN: 现在要更多年。, en: More years now. }
    points:
      - id: summed
        text: { zh-CN: 各地加起来算。, en: All places count together. }
        sources: [measures#whole]
    steps:
      - id: look
        text: { zh-CN: 先查缴费记录。, en: Look at your record first. }
    sources: [measures#whole]
related:`;
  const changed = changedBy((copy) => {
    copy.edit('entries/years.yaml', '    changed: { zh-CN: 以后会提高。', NEXT);
    copy.edit('entries/years.yaml', 'related:', later);
  });
  const said = (day: string) =>
    changed
      .view('guangdong', day)
      .compose('years')
      ?.entry.versions.find(({ from, until }) => from <= day && (until === undefined || day <= until));

  it('leaves the local words where they were written for', () => {
    expect(said('2029-12-31')?.short['zh-CN']).toBe('广东后来的说法：各市合起来算。');
  });

  it('shows its own words from its day on, with the points whose words are the same', () => {
    expect(said('2030-01-01')?.short['zh-CN']).toBe('现在要更多年。');
    expect(said('2030-01-01')?.points.map(({ text }) => text['zh-CN'])).toEqual([
      '全省各市的年限合起来算。',
      '在省平台能查到各市的记录。',
    ]);
  });

  it('is reported', () => {
    expect(changed.driftOf('guangdong')).toMatchObject([{ field: 'short', version: '2030-01-01', kind: 'changed' }]);
  });
});

describe('When the edition changes an entry that a region has deleted', () => {
  const changed = changedBy((copy) => copy.edit('entries/portal.yaml', '登录后选转移申请。', '登录后点转移接续。'));

  it('the entry is shown again until someone has read it', () => {
    expect(changed.view('guangdong', TODAY).compose('portal')?.entry.id).toBe('portal');
    expect(changed.view('guangdong', TODAY).hidden).toEqual(new Set());
  });

  it('the report says which of its words are others', () => {
    expect(changed.driftOf('guangdong')).toMatchObject([
      { change: 'deletion', kind: 'changed', field: 'points.national-platform', applied: false },
    ]);
  });

  it('a point that it has gained is reported as new, one that it has lost as gone', () => {
    const { driftOf } = changedBy((copy) => {
      copy.edit('entries/portal.yaml', '- id: national-platform', '- id: platform');
    });
    expect(driftOf('guangdong').map(({ kind, field }) => [kind, field])).toEqual([
      ['new', 'points.platform'],
      ['gone', 'points.national-platform'],
    ]);
  });
});

describe('When the edition takes something away in a new version', () => {
  const newEdition = (copy: CopiedOverlays) => copy.edit('edition.yaml', '"2026.02"', '"2026.03"');

  it('a point inserted behind one that is gone stands at the end', () => {
    const { pointsOf, driftOf, problems } = changedBy((copy) => {
      newEdition(copy);
      copy.edit('entries/procedure.yaml', '- id: second-limit', '- id: middle-limit');
    });
    expect(problems.get('guangdong')).toEqual([]);
    expect(pointsOf('guangdong', 'procedure')?.map(([id]) => id)).toEqual([
      'first-limit',
      'middle-limit',
      'guangdong-arrive',
      'guangdong-stop-first',
      'guangdong-stop-check',
    ]);
    expect(driftOf('guangdong')).toMatchObject([{ kind: 'anchor-gone', field: 'points.second-limit', applied: true }]);
  });

  it('a refinement of an entry that is gone waits', () => {
    const { problems, driftOf } = changedBy((copy) => {
      newEdition(copy);
      copy.remove('entries/offices.yaml');
      copy.remove('asked/offices.yaml');
    });
    expect(problems.get('guangdong')).toEqual([]);
    expect(driftOf('guangdong').map(({ kind, entry }) => [kind, entry])).toEqual([
      ['entry-gone', 'offices'],
      ['entry-gone', 'offices'],
    ]);
  });

  it('an id that the edition now uses itself goes to the edition', () => {
    const { pointsOf, driftOf } = changedBy((copy) => {
      newEdition(copy);
      copy.edit('entries/procedure.yaml', '- id: second-limit', '- id: guangdong-arrive');
    });
    expect(pointsOf('guangdong', 'procedure')).toContainEqual(['guangdong-arrive', '第二段在原地方。']);
    expect(driftOf('guangdong').map(({ kind }) => kind)).toContain('id-taken');
  });
});

describe('A city drifts with its province', () => {
  it('when the province rewords a point that the city has reworded', () => {
    const { driftOf, pointsOf } = changedBy((copy) =>
      copy.edit(
        'overlays/guangdong/refinements/procedure.yaml',
        '到广东，先由新单位参保。',
        '到广东，先由新单位办参保。',
      ),
    );
    expect(driftOf('guangdong')).toEqual([]);
    expect(driftOf('guangdong/shenzhen')).toMatchObject([{ field: 'points.guangdong-arrive', kind: 'changed' }]);
    expect(pointsOf('guangdong/shenzhen', 'procedure')).toContainEqual([
      'guangdong-arrive',
      '到广东，先由新单位办参保。',
    ]);
  });
});
