/** Which words an editor should explain or replace: uncommon, widespread, and in no gloss. */
import { findUnexplainedTerms } from '../../../bot/cli/validate/unexplained-terms.ts';
import { type Edition, loadEdition, type Text } from '../../../bot/knowledge/index.ts';

/** Five entries in two languages, none with a term of art of its own in three of them. */
const edition = loadEdition('tests/fixtures/overlays/knowledge');

/** The same edition, with a sentence put behind the short answer of its first so many entries. */
function saying(sentence: Required<Pick<Text, 'zh-CN' | 'en'>>, entries: number): Edition {
  const said = [...edition.entries].map(([id, entry], index) => {
    if (index >= entries) return [id, entry] as const;
    const versions = entry.versions.map((version) => ({
      ...version,
      short: {
        'zh-CN': `${version.short['zh-CN']}${sentence['zh-CN']}`,
        en: `${version.short.en ?? ''} ${sentence.en}`,
      },
    }));
    return [id, { ...entry, versions }] as const;
  });
  return { ...edition, entries: new Map(said) };
}

const words = (of: Edition, language: 'zh-CN' | 'en') => findUnexplainedTerms(of, language).map(({ word }) => word);

describe('A term of art', () => {
  const sentence = { 'zh-CN': '先做稽核。', en: 'The actuary comes first.' };

  it('is told when three entries use it without a gloss, with where it stands', () => {
    const ids = [...edition.entries.keys()].slice(0, 3);
    expect(findUnexplainedTerms(saying(sentence, 3), 'zh-CN')).toContainEqual({ word: '稽核', entries: ids });
    expect(findUnexplainedTerms(saying(sentence, 3), 'en')).toContainEqual({ word: 'actuary', entries: ids });
  });

  it('is not told when only two do', () => {
    expect(words(saying(sentence, 2), 'zh-CN')).not.toContain('稽核');
    expect(words(saying(sentence, 2), 'en')).not.toContain('actuary');
  });

  it('is not told once the glossary explains it', () => {
    const gloss = {
      id: 'audit',
      term: { 'zh-CN': '稽核', en: 'actuary' },
      gloss: { 'zh-CN': '查账。', en: 'A reckoner.' },
    };
    const explained = { ...saying(sentence, 3), glossary: [...edition.glossary, gloss] };
    expect(words(explained, 'zh-CN')).not.toContain('稽核');
    expect(words(explained, 'en')).not.toContain('actuary');
  });

  it('is no common word, no place and no surname', () => {
    const story = saying(
      { 'zh-CN': '老邓的钱从攀枝花到濮阳。', en: 'The money of Deng went from Sichuan to Puyang.' },
      3,
    );
    for (const word of ['钱', '邓', '攀枝花', '濮阳']) expect(words(story, 'zh-CN')).not.toContain(word);
    for (const word of ['money', 'deng', 'sichuan', 'puyang']) expect(words(story, 'en')).not.toContain(word);
  });
});
