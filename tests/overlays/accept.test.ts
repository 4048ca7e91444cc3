/** Accepting writes the words that were read, and changes no other byte of the file. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { acceptEntry, acceptInText, findDrift, gatherOverlay, readOverlayFiles } from '../../bot/overlays/index.ts';
import { type CopiedOverlays, copyOverlays, readRegions } from '../helpers/copied-overlays.ts';

const YEARS = 'overlays/guangdong/refinements/years.yaml';

function acceptIn(copy: CopiedOverlays, region: string, entry: string) {
  const source = gatherOverlay(copy.folder, region);
  const base = readRegions(copy.folder).compositions.get(region)?.below;
  const files = source && readOverlayFiles(source).files;
  if (!files || !base) throw new Error('no such overlay');
  const acceptance = acceptEntry(files, base, entry, '李四', '2026-11-23');
  for (const { name, after } of acceptance?.files ?? []) copy.write(`overlays/${region}/${name}`, after);
  return acceptance;
}

function drifted(copy: CopiedOverlays, region: string): string[] {
  const { compositions, layers } = readRegions(copy.folder);
  const base = compositions.get(region)?.below;
  const layer = layers.get(region);
  return base && layer ? findDrift(base, layer).map(({ entry }) => entry) : [];
}

describe('Accepting a refinement', () => {
  it('puts the local words back in service and clears the report', () => {
    const copy = copyOverlays();
    copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。');
    expect(drifted(copy, 'guangdong')).toEqual(['years', 'years']);
    acceptIn(copy, 'guangdong', 'years');
    expect(drifted(copy, 'guangdong')).toEqual([]);
    const short = readRegions(copy.folder)
      .view('guangdong', '2026-11-23')
      .compose('years')
      ?.entry.versions.at(-1)?.short;
    expect(short?.['zh-CN']).toBe('广东后来的说法：各市合起来算。');
    copy.remove();
  });

  it('changes only fingerprints, kept words, edition, reader and day', () => {
    const copy = copyOverlays();
    const before = copy.read(YEARS).split('\n');
    copy.edit('entries/years.yaml', '以后逐步提高。', '以后一步一步提高。');
    acceptIn(copy, 'guangdong', 'years');
    const after = copy.read(YEARS).split('\n');
    copy.remove();
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, n) => line !== before[n]).map((line) => line.trim().split(':')[0]);
    expect([...new Set(changed)]).toEqual(['by', 'on', 'fingerprint', 'zh-CN']);
  });

  it('leaves the file alone when nothing has changed', () => {
    const copy = copyOverlays();
    const before = copy.read(YEARS);
    expect(acceptIn(copy, 'guangdong', 'years')?.files).toEqual([]);
    expect(copy.read(YEARS)).toBe(before);
    copy.remove();
  });

  it('says what cannot be accepted because it is gone', () => {
    const copy = copyOverlays();
    copy.edit('entries/offices.yaml', '- id: call\n', '- id: phone\n');
    expect(acceptIn(copy, 'guangdong', 'offices')?.gone).toEqual(['points.call']);
    copy.remove();
  });

  it('is refused for an entry that the overlay does not speak of', () => {
    const copy = copyOverlays();
    expect(acceptIn(copy, 'henan', 'years')).toBeUndefined();
    copy.remove();
  });
});

describe('Accepting a deletion', () => {
  it('hides the entry again', () => {
    const copy = copyOverlays();
    copy.edit('entries/portal.yaml', '登录后选转移申请。', '登录后点转移接续。');
    acceptIn(copy, 'guangdong', 'portal');
    expect(readRegions(copy.folder).view('guangdong', '2026-11-23').hidden).toEqual(new Set(['portal']));
    copy.remove();
  });
});

describe('The file, whatever it looks like,', () => {
  const refined = {
    edition: '2026.03',
    by: '李四: "甲" #1',
    on: '2026-11-23',
    words: [
      {
        field: 'short',
        version: '2010-01-01',
        fingerprint: '0123456789ab',
        was: { text: { 'zh-CN': '旧：文字 # 一' } },
      },
    ],
  };
  const comment = fc.constantFrom('', ' # 注', '   # a: b');
  const between = fc.constantFrom('', '\n', '\n    # between\n', '\n# at the margin\n');
  const value = fc.constantFrom('plain', '"quoted # no comment"', "'it''s'", '{ zh-CN: 甲, en: A }', '[a, b]');
  const block = fc.constantFrom('|\n      two\n      lines', '>-\n      folded\n      text');
  const change = fc
    .record({ before: between, short: fc.oneof(value, block), after: comment, last: fc.boolean(), kept: fc.boolean() })
    .map(({ before, short, after, last, kept }) => {
      const old = '    refined:\n      edition: "2026.01"\n      words: []';
      const field = `    short: ${short}${short.includes('\n') ? '' : after}`;
      const fields = kept ? (last ? [old, field] : [field, old]) : [field];
      return `  - reason: 原因${after}${before}\n${fields.join('\n')}`;
    });
  const file = fc
    .record({
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      end: fc.constantFrom('', '\n', '\n# end\n'),
      crlf: fc.boolean(),
    })
    .map(({ changes, end, crlf }) => {
      const text = `# head\nentry: refused   # the entry\nchanges:\n${changes.join('\n')}${end}`;
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });

  it('says the same as before but for what was accepted, and keeps every other line', () => {
    fc.assert(
      fc.property(file, fc.nat(), (text, at) => {
        const before = parse(text) as { changes: Record<string, unknown>[] };
        const index = at % before.changes.length;
        const accepted = acceptInText(text, [{ list: 'changes', index, refined }]);
        const after = parse(accepted) as typeof before;
        expect(after).toEqual({
          ...before,
          changes: before.changes.map((known, n) => (n === index ? { ...known, refined } : known)),
        });
        const mine = /^\s*(refined|edition|words|by|on|- field|version|fingerprint|was|text|zh-CN):/;
        const others = (of: string) => of.split('\n').filter((line) => !mine.test(line));
        expect(others(accepted).join('\n').trimEnd()).toBe(others(text).join('\n').trimEnd());
        expect(accepted.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(acceptInText(accepted, [{ list: 'changes', index, refined }])).toBe(accepted);
      }),
      { numRuns: 300 },
    );
  });

  it('may write a deletion on one line', () => {
    const text = 'deletions:\n  - { entry: portal, reason: x } # here\n  # more\n  - entry: other\n';
    const accepted = acceptInText(text, [{ list: 'deletions', index: 0, refined }]);
    expect(parse(accepted)).toEqual({ deletions: [{ entry: 'portal', reason: 'x', refined }, { entry: 'other' }] });
    expect(accepted).toContain(' } # here\n  # more\n  - entry: other\n');
  });
});
