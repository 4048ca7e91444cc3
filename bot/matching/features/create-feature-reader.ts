/** What reading a text needs to know of the edition: its places, its synonyms, its commonest syllables and words. */
import type { Edition } from '../../knowledge/index.ts';
import { NameTrie } from '../normalise/name-trie.ts';
import { SYLLABLES, syllableOf } from '../normalise/pinyin-syllables.ts';
import { simplify } from '../normalise/simplify.ts';
import { createPinyinSplitter } from '../normalise/split-pinyin.ts';
import type { FeatureReader } from './extract-features.ts';

/** The parts of an edition that reading a text depends on. */
export type ReaderSource = Pick<Edition, 'asked' | 'regions' | 'synonyms'>;

export function createFeatureReader(source: ReaderSource): FeatureReader {
  const { places, placeSounds } = readPlaces(source);
  const concepts = new NameTrie<string>();
  for (const { means, said } of source.synonyms.synonyms)
    for (const word of [means, ...said]) concepts.add(simplify(word), means);
  const filler = new NameTrie<true>();
  for (const word of source.synonyms.filler) filler.add(simplify(word), true);
  const { syllables, englishWords } = countWords(source);
  return { places, placeSounds, concepts, filler, englishWords, splitPinyin: createPinyinSplitter(syllables) };
}

function readPlaces(source: ReaderSource) {
  const places = new NameTrie<true>();
  const placeSounds = new NameTrie<true>();
  for (const region of source.regions.values()) {
    const cities = region.cities.flatMap((city) => [city.short, city.name, ...(city.aliases ?? [])]);
    for (const name of [region.zh_hans.short, region.zh_hans.full, region.en, ...region.aliases, ...cities]) {
      const plain = simplify(name);
      if (plain.length < 2) continue;
      places.add(plain, true);
      const sounds = [...plain].map(syllableOf);
      if (sounds.length >= 2 && sounds.every((sound) => sound !== '')) placeSounds.add(toIterable(sounds), true);
    }
  }
  return { places, placeSounds };
}

function toIterable(sounds: readonly string[]): Iterable<string> {
  return sounds;
}

/** Common English words that can also be split into syllables: without these "can me" would be pinyin. */
const ALSO_SYLLABLES = 'a an can me men women she he long you ban fan gang sun song age wage take change due hen dare man ran tan pan pen ten sell';

function countWords(source: ReaderSource) {
  const syllables = new Map<string, number>();
  const words = new Map<string, number>();
  for (const { text, language, style } of source.asked) {
    if (style === 'pinyin') continue;
    const plain = simplify(text);
    if (language === 'en') for (const word of plain.match(/[a-z]+/g) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    else
      for (const character of plain) {
        if (character < '\u3400') continue;
        const syllable = syllableOf(character);
        if (syllable) syllables.set(syllable, (syllables.get(syllable) ?? 0) + 1);
      }
  }
  const englishWords = new Set(ALSO_SYLLABLES.split(' '));
  // Seen once may be a slip or a name; two people using it make it a word. A syllable alone must be commoner still.
  for (const [word, count] of words) if (count >= (SYLLABLES.has(word) ? 4 : 2)) englishWords.add(word);
  return { syllables, englishWords };
}
