/** A matcher for an edition whose texts were corrected: the index is taken over, and answers as one built anew would. */
import { createEditionReader, type Edition } from '../../bot/knowledge/index.ts';
import { createMatcher, type Matcher } from '../../bot/matching/index.ts';
import { trainQuickly } from '../../bot/matching/model/train-model.ts';
import { type CopiedOverlays, copyOverlays } from '../helpers/copied-overlays.ts';

let copy: CopiedOverlays;
let read: () => Edition;

beforeEach(() => {
  copy = copyOverlays();
  const reader = createEditionReader(copy.folder);
  read = () => {
    const { edition } = reader();
    if (!edition) throw new Error('the fixture is sound');
    return edition;
  };
});
afterEach(() => copy.remove());

const questions = (edition: Edition) => edition.asked.map(({ text }) => text);
const answers = (matcher: Matcher, edition: Edition) => questions(edition).map((text) => matcher.match(text));

describe('A matcher taken over', () => {
  it('after a corrected text answers as one built anew', () => {
    const before = read();
    const model = trainQuickly(before);
    const matcher = createMatcher(before, model);
    copy.edit('entries/offices.yaml', '说出省和市。', '先说省和市。');
    const after = read();
    expect(answers(createMatcher(after, model, matcher), after)).toEqual(answers(createMatcher(after, model), after));
  });

  it('says what the corrected entry says of its outcome', () => {
    const before = read();
    const model = trainQuickly(before);
    const matcher = createMatcher(before, model);
    copy.edit('entries/years.yaml', 'id: years', 'id: years\noutcome: contact');
    const after = createMatcher(read(), model, matcher);
    expect(matcher.match('要交够几年').parts[0]?.outcome).toBe('answer');
    expect(after.match('要交够几年').parts[0]?.outcome).toBe('contact');
  });

  it('is built anew when a way of asking is new', () => {
    const before = read();
    const model = trainQuickly(before);
    const matcher = createMatcher(before, model);
    copy.edit('asked/offices.yaml', 'plain: [', 'plain: [社保大厅怎么走, ');
    const after = createMatcher(read(), model, matcher);
    expect(after.match('社保大厅怎么走').parts[0]).toMatchObject({ entry: 'offices' });
    expect(after.match('社保大厅怎么走').parts[0]?.candidates[0]?.nearest).toBe('社保大厅怎么走');
  });

  it.each([
    ['ways of asking come and go', 'asked/offices.yaml', '社保局在哪里, 去哪个窗口问', '社保大厅怎么走, 社保局在哪里'],
    ['a synonym is new', 'synonyms.yaml', 'said: [', 'said: [要交, '],
    ['a place has another name', 'regions.yaml', 'aliases: [', 'aliases: [窗口, '],
  ])('when %s answers as one built anew', (_what, file, from, to) => {
    const before = read();
    const model = trainQuickly(before);
    const matcher = createMatcher(before, model);
    copy.edit(file, from, to);
    const after = read();
    const text = [...questions(before), ...questions(after)];
    const anew = createMatcher(after, model);
    const taken = createMatcher(after, model, matcher);
    expect(text.map((words) => taken.match(words))).toEqual(text.map((words) => anew.match(words)));
    expect(taken.complete('去', 3)).toEqual(anew.complete('去', 3));
    expect(text.map((words) => matcher.match(words))).not.toEqual(text.map((words) => anew.match(words)));
  });

  it('is learnt anew where the texts themselves were learnt from', () => {
    const before = read();
    const matcher = createMatcher(before);
    copy.edit('entries/offices.yaml', '说出省和市。', '先说省和市。');
    const after = read();
    expect(answers(createMatcher(after, undefined, matcher), after)).toEqual(answers(createMatcher(after), after));
  });

  it('is built anew for another model', () => {
    const before = read();
    const matcher = createMatcher(before, trainQuickly(before));
    const other = trainQuickly({ ...before, entries: new Map([...before.entries].reverse()) });
    const text = questions(before);
    const anew = createMatcher(before, other);
    const taken = createMatcher(before, other, matcher);
    expect(text.map((words) => taken.match(words))).toEqual(text.map((words) => anew.match(words)));
  });
});
