/**
 * A simplified text → units. What varies from person to person is read as a class, so that "在义乌3年" and "在东莞八年"
 * are alike; the numbers themselves are kept aside: 12 %, 40, 15 years and 12333 mean something here.
 */
import type { NameTrie } from './name-trie.ts';
import { numberAt } from './read-numbers.ts';
import type { SplitPinyin } from './split-pinyin.ts';
import { BREAK, characterUnit, literalUnit, NUMBER, PLACE, syllableUnit, type Unit, wordUnit, YEAR } from './unit.ts';

/** How a message is typed. A Chinese message may hold single words of letters. */
export type Script = 'chinese' | 'english' | 'pinyin';

export interface UnitText {
  readonly units: readonly Unit[];
  /** Numbers as written, with their measure: "15年", "12%", "12333". */
  readonly numbers: readonly string[];
  /** Regions of the places named, and the names themselves, in order. */
  readonly regions: readonly string[];
  readonly places: readonly string[];
  readonly script: Script;
}

/** What reading needs to know of the edition. */
export interface UnitReader {
  /** Names of places, with the id of their region. */
  readonly places: NameTrie<string>;
  /** The same as syllables, for pinyin. */
  readonly placeSounds: NameTrie<string>;
  readonly splitPinyin: SplitPinyin;
  /** Words that English ways of asking use; what is none of them and splits into syllables is pinyin. */
  readonly englishWords: ReadonlySet<string>;
}

/** @param text already simplified (`simplify`) */
export function readUnits(text: string, reader: UnitReader): UnitText {
  const units: Unit[] = [];
  const numbers: string[] = [];
  const found: PlacesFound = { regions: [], places: [] };
  const script = scriptOf(text, reader);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isHanzi(code) || isDigit(code)) {
      const place = isDigit(code) ? undefined : reader.places.longestAt(text, at);
      if (place) {
        units.push(PLACE);
        addPlace(found, place.value, text.slice(at, at + place.length));
        at += place.length;
        continue;
      }
      const number = numberAt(text, at);
      if (number) {
        numbers.push(number.written);
        units.push(classOfNumber(text.slice(at, at + number.length)));
        at += number.length;
        continue;
      }
      units.push(characterUnit(text[at] ?? ''));
      at += 1;
    } else if (isLetter(code)) {
      at += readLetters(text, at, script, reader, units, found);
    } else {
      // In letters a space ends a word, not a clause.
      const isSpace = code === 0x20 && script !== 'chinese';
      if (!isSpace && units.length > 0 && units.at(-1) !== BREAK) units.push(BREAK);
      at += 1;
    }
  }
  return { units: script === 'english' ? units : maskPlaceSounds(units, reader, found), numbers, script, ...found };
}

interface PlacesFound {
  readonly regions: string[];
  readonly places: string[];
}

function addPlace(found: PlacesFound, region: string, name: string): void {
  found.regions.push(region);
  found.places.push(name);
}

export function isHanzi(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 0xfc;
}

function classOfNumber(digits: string): Unit {
  if (/^(?:19|20)\d\d$/.test(digits)) return YEAR;
  return /^12\d{3}$/.test(digits) ? literalUnit(digits) : NUMBER;
}

/** Reads a word of letters at `at`, or a place name in them. @returns how far to go on */
function readLetters(
  text: string,
  at: number,
  script: Script,
  reader: UnitReader,
  units: Unit[],
  found: PlacesFound,
): number {
  const place = script === 'english' ? reader.places.longestAt(text, at) : undefined;
  if (place && !isLetter(text.charCodeAt(at + place.length))) {
    units.push(PLACE);
    addPlace(found, place.value, text.slice(at, at + place.length));
    return place.length;
  }
  let end = at + 1;
  while (
    end < text.length &&
    (isLetter(text.charCodeAt(end)) || (text[end] === "'" && isLetter(text.charCodeAt(end + 1))))
  )
    end += 1;
  const letters = onlyLetters(text.slice(at, end));
  const asPinyin =
    script === 'pinyin' || (script === 'chinese' && letters.length > 1 && !reader.englishWords.has(letters));
  const syllables = asPinyin ? reader.splitPinyin(letters) : undefined;
  if (syllables) for (const syllable of syllables) units.push(syllableUnit(syllable));
  else units.push(wordUnit(letters));
  return end - at;
}

function onlyLetters(word: string): string {
  return word.replaceAll('ü', 'v').replaceAll("'", '');
}

function maskPlaceSounds(units: readonly Unit[], reader: UnitReader, found: PlacesFound): readonly Unit[] {
  if (!units.some((unit) => unit.form === '')) return units;
  // Compared by the key of their sound, as the names were added.
  const sounds = units.map((unit) => unit.sound);
  const masked: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const place = units[at]?.form === '' ? reader.placeSounds.longestAt(sounds, at) : undefined;
    if (place) addPlace(found, place.value, sounds.slice(at, at + place.length).join(' '));
    masked.push(place ? PLACE : (units[at] ?? BREAK));
    at += place?.length ?? 1;
  }
  return masked;
}

/** Letters alone may be English or pinyin: pinyin when most of them split and few are words of English. */
function scriptOf(text: string, reader: UnitReader): Script {
  let hanzi = 0;
  for (let i = 0; i < text.length; i += 1) if (isHanzi(text.charCodeAt(i))) hanzi += 1;
  const words = text.match(/[a-zü][a-zü']*/g);
  if (!words) return 'chinese';
  let letters = 0;
  let split = 0;
  let english = 0;
  for (const word of words) {
    letters += word.length;
    const plain = onlyLetters(word);
    if (reader.englishWords.has(plain)) english += word.length;
    else if (reader.splitPinyin(plain)) split += word.length;
  }
  if (hanzi > 0 && (hanzi * 3 >= letters || split > english)) return 'chinese';
  return split > (letters - split) * 0.8 ? 'pinyin' : 'english';
}
