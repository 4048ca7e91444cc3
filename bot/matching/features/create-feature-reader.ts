/** What reading a text needs to know of the edition: its places, its synonyms, its commonest syllables and words. */
import type { Edition } from '../../knowledge/index.ts';
import { NameTrie } from '../normalise/name-trie.ts';
import { SYLLABLES, soundKey, syllableOf, syllablesOfWord } from '../normalise/pinyin-syllables.ts';
import { isHanzi } from '../normalise/read-units.ts';
import { simplify } from '../normalise/simplify.ts';
import { createPinyinSplitter } from '../normalise/split-pinyin.ts';
import { hashText } from '../normalise/unit.ts';
import type { Concept, FeatureReader } from './extract-features.ts';

/** The parts of an edition that reading a text depends on. */
export type ReaderSource = Pick<Edition, 'asked' | 'regions' | 'synonyms'>;

export function createFeatureReader(source: ReaderSource): FeatureReader {
  const { syllables, englishWords } = countWords(source);
  return {
    ...readPlaces(source),
    ...readConcepts(source),
    englishWords,
    splitPinyin: createPinyinSplitter(syllables),
  };
}

function readPlaces(source: ReaderSource): Pick<FeatureReader, 'places' | 'placeSounds'> {
  const places = new NameTrie<string>();
  const placeSounds = new NameTrie<string>();
  for (const region of source.regions.values()) {
    const cities = region.cities.flatMap((city) => [city.short, city.name, city.en ?? '', ...(city.aliases ?? [])]);
    for (const name of [region.zh_hans.short, region.zh_hans.full, region.en, ...region.aliases, ...cities]) {
      const plain = simplify(name);
      // One character (京, 沪) stands in too many other words.
      if (plain.length < 2) continue;
      places.add(plain, region.id);
      const sounds = soundsOf(plain);
      if (sounds) placeSounds.add(sounds, region.id);
    }
  }
  return { places, placeSounds };
}

function readConcepts(source: ReaderSource): Pick<FeatureReader, 'concepts' | 'conceptSounds'> {
  const concepts = new NameTrie<Concept>();
  const conceptSounds = new NameTrie<Concept>();
  for (const { means, said } of source.synonyms.synonyms) {
    const concept = { name: means, hash: hashText(means) };
    for (const word of [means, ...said]) {
      const plain = simplify(word);
      concepts.add(plain, concept);
      const sounds = soundsOf(plain);
      if (sounds) conceptSounds.add(sounds, concept);
    }
  }
  return { concepts, conceptSounds };
}

/** The sounds of a Chinese word; undefined where one character alone would sound like many others. */
function soundsOf(word: string): string[] | undefined {
  return word.length >= 2 ? syllablesOfWord(word)?.map(soundKey) : undefined;
}

/** Common English words that also split into syllables: without these "can me" would be pinyin. */
const ALSO_SYLLABLES =
  'a an can me men women she he long you ban fan gang sun song age wage take change due hen dare man ran tan pan pen ten sell';

function countWords(source: ReaderSource) {
  const syllables = new Map<string, number>();
  const words = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { text, style } of source.asked) {
    if (style === 'pinyin') continue;
    const plain = simplify(text);
    if (style === 'english') for (const word of plain.match(/[a-z]+/g) ?? []) count(words, word);
    else for (const character of plain) if (isHanzi(character.charCodeAt(0))) count(syllables, syllableOf(character));
  }
  syllables.delete('');
  const englishWords = new Set(ALSO_SYLLABLES.split(' '));
  // Once may be a slip or a name; twice makes it a word. A word that is also a syllable must be commoner still.
  for (const [word, times] of words) if (times >= (SYLLABLES.has(word) ? 4 : 2)) englishWords.add(word);
  return { syllables, englishWords };
}
