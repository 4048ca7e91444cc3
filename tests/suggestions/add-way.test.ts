/** A file plus one way of asking: the lines needed and no others. */
import { addWay, changedLines, createAskedFile, type NewWay } from '../../bot/suggestions/index.ts';

const FILE = `# what people ask, by voice
of: years
asked:
  north: # from the north
    # everyday speech
    plain:
      - 要交够几年   # the first
      - "年限: 多少"
    # end of plain
    keyword: [年限 多少, 几年]

  # people in the south
  south:
    plain:
    - 交满几年
# the end
`;

const way = (more: Partial<NewWay>): NewWay => ({
  of: 'years',
  voice: 'north',
  style: 'plain',
  text: '够几年才行',
  ...more,
});
const change = (more: Partial<NewWay>, file = FILE) => changedLines(file, addWay(file, way(more)), 0).slice(1);

describe('Adding a way of asking', () => {
  it('puts it at the end of its list', () => {
    expect(change({})).toEqual(['+      - 够几年才行']);
    expect(addWay(FILE, way({}))).toContain('      - "年限: 多少"\n      - 够几年才行\n    # end of plain\n');
  });

  it('keeps to the indentation of that list', () => {
    expect(change({ voice: 'south' })).toEqual(['+    - 够几年才行']);
  });

  it('goes into the brackets of a list in one line', () => {
    expect(change({ style: 'keyword' })).toEqual([
      '-    keyword: [年限 多少, 几年]',
      '+    keyword: [年限 多少, 几年, 够几年才行]',
    ]);
  });

  it('begins a list for a new style at the end of the voice', () => {
    expect(change({ style: 'typo' })).toEqual(['+    typo:', '+      - 够几年才行']);
    expect(addWay(FILE, way({ style: 'typo' }))).toContain(
      '几年]\n    typo:\n      - 够几年才行\n\n  # people in the south',
    );
  });

  it('begins a new voice behind the last one', () => {
    expect(change({ voice: 'asked' })).toEqual(['+  asked:', '+    plain:', '+      - 够几年才行']);
    expect(addWay(FILE, way({ voice: 'asked' }))).toMatch(/- 够几年才行\n# the end\n$/);
  });

  it.each([
    ['- 第一, 第二: [几年] # 吗', '+      - "- 第一, 第二: [几年] # 吗"'],
    ['true', '+      - "true"'],
    ['他说"三年"', '+      - 他说"三年"'],
  ])('quotes %s only where YAML would read it otherwise', (text, line) => {
    expect(change({ text })).toEqual([line]);
  });

  it('quotes inside brackets what would end the item', () => {
    expect(change({ style: 'keyword', text: '几年, [多少]' })[1]).toBe(
      '+    keyword: [年限 多少, 几年, "几年, [多少]"]',
    );
  });

  it('keeps the line ends of Windows', () => {
    const windows = FILE.replaceAll('\n', '\r\n');
    expect(addWay(windows, way({}))).toBe(addWay(FILE, way({})).replaceAll('\n', '\r\n'));
  });

  it('needs no line end at the end of the file', () => {
    const cut = 'of: years\nasked:\n  north:\n    plain:\n      - 几年';
    expect(addWay(cut, way({}))).toBe(`${cut}\n      - 够几年才行`);
  });

  it('comes behind a list whose brackets close on a later line', () => {
    const wide = 'of: years\nasked:\n  north:\n    keyword: [\n      几年\n    ]\n';
    expect(change({}, wide)).toEqual(['+    plain:', '+      - 够几年才行']);
  });

  it('leaves a file alone that it would have to write anew', () => {
    expect(() => addWay('of: years\nasked: {}\n', way({}))).toThrow(/without changing other lines/);
  });

  it('starts a file where there is none', () => {
    expect(createAskedFile(way({ voice: 'asked' }), '../schema/asked.schema.json')).toBe(
      '# yaml-language-server: $schema=../schema/asked.schema.json\nof: years\nasked:\n  asked:\n    plain:\n      - 够几年才行\n',
    );
  });
});

describe('The lines that changed', () => {
  it('are shown with those around them, and with the line they begin at', () => {
    expect(changedLines('a\nb\nc\nd\n', 'a\nb\nx\nc\nd\n', 1)).toEqual(['@@ 3 @@', ' b', '+x', ' c']);
  });

  it('are none between a text and itself', () => {
    expect(changedLines('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('are all of a new file', () => {
    expect(changedLines('', 'a\n')).toEqual(['@@ 1 @@', '+a']);
  });
});
