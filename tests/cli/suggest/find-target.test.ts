/** Where a phrasing is filed when it is accepted. */
import path from 'node:path';
import { findTarget } from '../../../bot/cli/suggest/find-target.ts';
import { loadEdition } from '../../../bot/knowledge/index.ts';

const edition = loadEdition(path.resolve('tests/fixtures/small-edition'));

describe('The file of an accepted phrasing', () => {
  it('is that of the entry proposed', () => {
    expect(findTarget(edition, { kind: 'add', entry: 'years' }, undefined).file).toBe('asked/years.yaml');
  });

  it('is that of the entry that the editor names, whatever was proposed', () => {
    expect(findTarget(edition, { kind: 'add', entry: 'years' }, 'procedure').file).toBe('asked/procedure.yaml');
    expect(findTarget(edition, { kind: 'new' }, 'years').file).toBe('asked/years.yaml');
  });

  it('is a neighbour’s or an intent’s for what is not ours', () => {
    const medical = findTarget(edition, { kind: 'not-ours', of: 'medical' }, undefined);
    expect(medical).toMatchObject({ file: 'asked/neighbours/medical.yaml', schema: '../../schema/asked.schema.json' });
    const smalltalk = findTarget(edition, { kind: 'not-ours', of: 'smalltalk' }, undefined);
    expect(smalltalk.file).toBe('asked/intents/smalltalk.yaml');
  });

  it('must be named for a new entry, and where the entry was no use', () => {
    const refusal = (key: string) => expect.objectContaining({ key });
    expect(() => findTarget(edition, { kind: 'new' }, undefined)).toThrow(refusal('needsTo.new'));
    expect(() => findTarget(edition, { kind: 'read-again', entry: 'years' }, undefined)).toThrow(
      refusal('needsTo.read-again'),
    );
  });
});
