/** What reading a text needs to know of the edition: its places, its synonyms, its commonest syllables and words. */
import type { Edition } from '../../knowledge/index.ts';
import { NameTrie } from '../normalise/name-trie.ts';
import { soundKey, syllablesOfWord } from '../normalise/pinyin-syllables.ts';
import { simplify } from '../normalise/simplify.ts';
import { createPinyinSplitter } from '../normalise/split-pinyin.ts';
import { hashText } from '../normalise/unit.ts';
import type { CountedWords } from './count-words.ts';
import type { Concept, FeatureReader } from './extract-features.ts';

/** The parts of an edition that reading a text depends on. */
export type ReaderSource = Pick<Edition, 'regions' | 'synonyms'>;

/** @param words of the ways of asking that were learnt from, so that a text is read as those were */
export function createFeatureReader(source: ReaderSource, words: CountedWords): FeatureReader {
  return {
    ...readPlaces(source),
    ...readConcepts(source),
    englishWords: new Set(words.englishWords),
    splitPinyin: createPinyinSplitter(new Map(words.syllables)),
  };
}

/** Names of places → id of their region; words of the synonyms → the first word of their group. The first to claim one has it. */
export function namesRead({ regions, synonyms }: ReaderSource): Record<'places' | 'concepts', Map<string, string>> {
  const places = new Map<string, string>();
  const concepts = new Map<string, string>();
  const add = (names: Map<string, string>, name: string, value: string) => {
    const plain = simplify(name);
    if (!names.has(plain)) names.set(plain, value);
  };
  for (const region of regions.values()) {
    const cities = region.cities.flatMap((city) => [city.short, city.name, city.en ?? '', ...(city.aliases ?? [])]);
    // One character (京, 沪) stands in too many other words.
    for (const name of [region.zh_hans.short, region.zh_hans.full, region.en, ...region.aliases, ...cities])
      if (simplify(name).length >= 2) add(places, name, region.id);
  }
  for (const { means, said } of synonyms.synonyms) for (const word of [means, ...said]) add(concepts, word, means);
  return { places, concepts };
}

function readPlaces(source: ReaderSource): Pick<FeatureReader, 'places' | 'placeSounds'> {
  const places = new NameTrie<string>();
  const placeSounds = new NameTrie<string>();
  for (const [name, region] of namesRead(source).places) {
    places.add(name, region);
    const sounds = soundsOf(name);
    if (sounds) placeSounds.add(sounds, region);
  }
  return { places, placeSounds };
}

function readConcepts(source: ReaderSource): Pick<FeatureReader, 'concepts' | 'conceptSounds'> {
  const concepts = new NameTrie<Concept>();
  const conceptSounds = new NameTrie<Concept>();
  const byName = new Map<string, Concept>();
  for (const [word, name] of namesRead(source).concepts) {
    const concept = byName.get(name) ?? { name, hash: hashText(name) };
    byName.set(name, concept);
    concepts.add(word, concept);
    const sounds = soundsOf(word);
    if (sounds) conceptSounds.add(sounds, concept);
  }
  return { concepts, conceptSounds };
}

/** The sounds of a Chinese word; undefined where one character alone would sound like many others. */
function soundsOf(word: string): string[] | undefined {
  return word.length >= 2 ? syllablesOfWord(word)?.map(soundKey) : undefined;
}
