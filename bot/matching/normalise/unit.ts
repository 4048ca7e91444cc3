/**
 * What a text is cut into: a character, a word, a syllable typed as pinyin, or a class that stands for what varies from
 * person to person. Units carry the hashes of their form and sound, reckoned once for each distinct unit.
 */
import { soundKey, syllableOf } from './pinyin-syllables.ts';

export interface Unit {
  /** As written; '' for a syllable typed as pinyin. */
  readonly form: string;
  /** As said, without tone; '' for a word of letters. */
  readonly sound: string;
  /** 32-bit hashes; 0 where there is no form or no sound. */
  readonly formHash: number;
  readonly soundHash: number;
}

/** FNV-1a; never 0, which means "none". */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash === 0 ? 1 : hash;
}

function createUnit(form: string, sound: string): Unit {
  const said = sound === '' ? '' : soundKey(sound);
  return {
    form,
    sound: said,
    formHash: form === '' ? 0 : hashText(form),
    soundHash: said === '' ? 0 : hashText(`~${said}`),
  };
}

/** Capital letters cannot come from a text in small letters, so they are free to name the classes. */
export const PLACE = createUnit('P', 'P');
export const NUMBER = createUnit('N', 'N');
export const YEAR = createUnit('Y', 'Y');
/** Where a clause ends: nothing is compared across it. */
export const BREAK: Unit = { form: ' ', sound: ' ', formHash: 0, soundHash: 0 };

const characters = new Map<string, Unit>();
const syllables = new Map<string, Unit>();

export function characterUnit(character: string): Unit {
  let unit = characters.get(character);
  if (!unit) {
    unit = createUnit(character, syllableOf(character));
    characters.set(character, unit);
  }
  return unit;
}

export function syllableUnit(syllable: string): Unit {
  let unit = syllables.get(syllable);
  if (!unit) {
    unit = createUnit('', syllable);
    syllables.set(syllable, unit);
  }
  return unit;
}

/** A word of letters. Not kept: people invent new ones without end. */
export function wordUnit(word: string): Unit {
  return createUnit(word, '');
}

/** A short number with a meaning of its own, such as 12333. */
export function literalUnit(digits: string): Unit {
  return createUnit(digits, digits);
}
