/** The wording of every language: the same keys, the same holes, nothing left empty. */
import { readdirSync, readFileSync } from 'node:fs';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'];

function leaves(tree: Tree, at = ''): [string, string][] {
  if (typeof tree === 'string') return [[at, tree]];
  if (Array.isArray(tree)) return [[`${at}[]`, String(tree.length)]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, at ? `${at}.${key}` : key));
}

function read(language: string, file: string): Map<string, string> {
  return new Map(leaves(JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')) as Tree));
}

const holes = (words: string) =>
  [...new Set([...words.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1]))].sort();

describe.each(readdirSync('locales/zh-CN'))('%s', (file) => {
  const model = read('zh-CN', file);

  it.each(LANGUAGES.slice(1))('has the same keys in %s', (language) => {
    expect([...read(language, file).keys()].sort()).toEqual([...model.keys()].sort());
  });

  it.each(LANGUAGES.slice(1))('fills the same holes in %s', (language) => {
    const other = read(language, file);
    const different = [...model].filter(
      ([key, words]) => !key.endsWith('[]') && String(holes(words)) !== String(holes(other.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('leaves nothing empty in one language that another fills', () => {
    const filled = LANGUAGES.map((language) => [...read(language, file)].filter(([, words]) => words.trim() !== ''));
    const keys = filled.map((pairs) => pairs.map(([key]) => key).sort());
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });
});
