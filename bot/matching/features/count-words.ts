/** The commonest syllables and English words of the ways of asking: what tells pinyin from English, and how to split it. */
import type { Asked } from '../../knowledge/index.ts';
import { SYLLABLES, syllableOf } from '../normalise/pinyin-syllables.ts';
import { isHanzi } from '../normalise/read-units.ts';
import { simplify } from '../normalise/simplify.ts';

/** Plain data, kept with what was learnt: a text is read as those were that were learnt from. */
export interface CountedWords {
  /** How often each syllable stands in Chinese ways of asking. */
  readonly syllables: readonly (readonly [string, number])[];
  readonly englishWords: readonly string[];
}

/** Common English words that also split into syllables: without these "can me" would be pinyin. */
const ALSO_SYLLABLES =
  'a an can me men women she he long you ban fan gang sun song age wage take change due hen dare man ran tan pan pen ten sell';

export function countWords(asked: readonly Asked[]): CountedWords {
  const syllables = new Map<string, number>();
  const words = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { text, style } of asked) {
    if (style === 'pinyin') continue;
    const plain = simplify(text);
    if (style === 'english') for (const word of plain.match(/[a-z]+/g) ?? []) count(words, word);
    else for (const character of plain) if (isHanzi(character.charCodeAt(0))) count(syllables, syllableOf(character));
  }
  syllables.delete('');
  const englishWords = new Set(ALSO_SYLLABLES.split(' '));
  // Once may be a slip or a name; twice makes it a word. A word that is also a syllable must be commoner still.
  for (const [word, times] of words) if (times >= (SYLLABLES.has(word) ? 4 : 2)) englishWords.add(word);
  return { syllables: [...syllables], englishWords: [...englishWords] };
}
