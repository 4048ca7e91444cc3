/** A folder that is read again and again: only what has changed is read anew, and nothing of it shows in the result. */
import { createEditionReader, readEdition } from '../../bot/knowledge/index.ts';
import { type CopiedEdition, copySmallEdition } from '../helpers/copied-edition.ts';

let copy: CopiedEdition;
let read: ReturnType<typeof createEditionReader>;

beforeEach(() => {
  copy = copySmallEdition();
  read = createEditionReader(copy.folder);
});
afterEach(() => copy.remove());

describe('An edition read again', () => {
  it('without a change has the very same parts and entries', () => {
    const before = read().edition;
    const again = read().edition;
    for (const part of ['asked', 'regions', 'synonyms', 'sources', 'parameters', 'cues', 'glossary'] as const)
      expect(again?.[part]).toBe(before?.[part]);
    expect(again?.entries.get('years')).toBe(before?.entries.get('years'));
  });

  it('after a correction has that entry anew and every other thing as it was', () => {
    const before = read().edition;
    copy.edit('entries/years.yaml', 'id: years', '# corrected\nid: years');
    const after = read().edition;
    expect(after?.entries.get('years')).not.toBe(before?.entries.get('years'));
    expect(after?.entries.get('procedure')).toBe(before?.entries.get('procedure'));
    expect(after?.asked).toBe(before?.asked);
    expect(after).toEqual(readEdition(copy.folder).edition);
  });

  it('has new ways of asking when one was added, although no entry has changed', () => {
    const before = read().edition;
    copy.edit('asked/years.yaml', 'plain: [', 'plain: [要交多少个年头, ');
    const after = read().edition;
    expect(after?.asked).not.toBe(before?.asked);
    expect(after?.entries.get('years')).toBe(before?.entries.get('years'));
    expect(after).toEqual(readEdition(copy.folder).edition);
  });

  it('notices a change that leaves size and time of the file alone, for it compares what is written', () => {
    const before = read().edition;
    copy.edit('asked/years.yaml', '年', '月');
    expect(read().edition?.asked).not.toEqual(before?.asked);
  });

  it('tells a problem in a file that has not changed at its line, as a first reading would', () => {
    read();
    copy.edit('parameters.yaml', 'id: minimum-years', 'id: least-years');
    const { edition, problems } = read();
    expect(edition).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('unknown-parameter');
    expect(problems).toEqual(readEdition(copy.folder).problems);
  });

  it('is refused for two entries asked for in the same words, again each time until it is mended', () => {
    read();
    copy.edit('asked/years.yaml', 'plain: [', 'plain: [多久能办好, ');
    const problems = [read(), read()].map((reading) => reading.problems.map(({ code }) => code));
    expect(problems).toEqual([['same-asking'], ['same-asking']]);
    copy.edit('asked/years.yaml', 'plain: [多久能办好, ', 'plain: [');
    expect(read().problems).toEqual([]);
  });

  it('comes back with the same entry after a broken file is mended', () => {
    const before = read().edition;
    copy.edit('entries/years.yaml', 'id: years', 'id: [');
    expect(read().edition).toBeUndefined();
    copy.edit('entries/years.yaml', 'id: [', 'id: years');
    const after = read().edition;
    expect(after).toEqual(before);
    expect(after?.entries.get('procedure')).toBe(before?.entries.get('procedure'));
  });
});
