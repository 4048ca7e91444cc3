/** What is learnt: the kept file belongs to the edition, survives being written and read, and learning is repeatable. */
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { createMatcher, fingerprintOf, readModel } from '../../../bot/matching/index.ts';
import { decodeModel, encodeModel } from '../../../bot/matching/model/model-file.ts';
import { trainModel, trainQuickly } from '../../../bot/matching/model/train-model.ts';

const edition = loadEdition('knowledge');
/** A few entries and their ways: enough to learn from in a moment. */
const small = {
  ...edition,
  entries: new Map([...edition.entries].filter(([id]) => ['fee', 'overdue', 'no-refund'].includes(id))),
  asked: edition.asked.filter(
    ({ kind, of }) => ['fee', 'overdue', 'no-refund', 'medical'].includes(of) && kind !== 'intent',
  ),
};

describe('The kept model', () => {
  it('was learnt from the edition as it is; if not: npm run train', () => {
    expect(readModel('knowledge')?.fingerprint).toBe(fingerprintOf(edition));
  });

  it('is the same after writing and reading', () => {
    const model = trainQuickly(small);
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });

  it('of another format is not used', () => {
    const bytes = encodeModel({ ...trainQuickly(small), fingerprint: 'x' });
    expect(decodeModel(bytes)?.fingerprint).toBe('x');
    expect(readModel('no/such/folder')).toBeUndefined();
  });
});

describe('Learning', () => {
  it('twice gives the same twice', () => expect(trainModel(small)).toEqual(trainModel(small)));

  it('happens on the spot for an edition without a model', () => {
    const matcher = createMatcher(small);
    expect(matcher.match('转移社保要交手续费吗').parts[0]?.entry).toBe('fee');
  });

  it('happens anew where the model does not know all that can be asked', () => {
    const { entries, asked } = small;
    const partial = trainQuickly({
      ...small,
      entries: new Map([...entries].filter(([id]) => id !== 'fee')),
      asked: asked.filter(({ of }) => of !== 'fee'),
    });
    expect(createMatcher(small, partial).match('转移社保要交手续费吗').parts[0]?.entry).toBe('fee');
  });
});
