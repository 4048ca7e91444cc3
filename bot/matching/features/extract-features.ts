/**
 * A text → its features: what classifier and index compare. Each is a 32-bit hash: two of the edition's hundred thousand
 * features meeting by chance is rarer than a misprint, and a number is cheaper to carry than a string.
 * What was measured and left out: three characters or syllables in a row, pairs with a gap, pairs and pieces of English
 * words, single numbers (docs/evaluation.md).
 */
import type { NameTrie } from '../normalise/name-trie.ts';
import { readUnits, type Script, type UnitReader } from '../normalise/read-units.ts';
import { simplify } from '../normalise/simplify.ts';
import { BREAK, hashText, type Unit } from '../normalise/unit.ts';
import { dropRefused } from '../understand/drop-refused.ts';
import { readSituation } from '../understand/read-situation.ts';
import { stemWord } from './stem-word.ts';

/** Kinds of features; each has its weight in settings.ts. */
export const FEATURE_KINDS = [
  'character',
  'character-pair',
  'sound',
  'sound-pair',
  'word',
  'concept',
  'concept-pair',
  'edge',
  'situation',
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export interface Features {
  /** A feature may stand twice. */
  readonly hashes: readonly number[];
  /** For each hash the index of its kind in FEATURE_KINDS. */
  readonly kinds: readonly number[];
  readonly script: Script;
}

/** A concept of the synonyms: its name and the hash of that. */
export interface Concept {
  readonly name: string;
  readonly hash: number;
}

export interface FeatureReader extends UnitReader {
  readonly concepts: NameTrie<Concept>;
  /** Concepts by the sound of their Chinese words of two characters and more, for pinyin. */
  readonly conceptSounds: NameTrie<Concept>;
}

const KIND = Object.fromEntries(FEATURE_KINDS.map((kind, n) => [kind, n])) as Readonly<Record<FeatureKind, number>>;
const CHARACTER = KIND.character;
const CHARACTER_PAIR = KIND['character-pair'];
const SOUND = KIND.sound;
const SOUND_PAIR = KIND['sound-pair'];
const WORD = KIND.word;
const CONCEPT = KIND.concept;
const CONCEPT_PAIR = KIND['concept-pair'];
const EDGE = KIND.edge;
const SITUATION = KIND.situation;

/** Units of the beginning and of the end that are looked at together: 1 finds 0.2 to 0.4 points fewer. */
const EDGE_LENGTH = 3;

/** Collects hashes; where asked to, also what each stands for. */
class Collector {
  readonly hashes: number[] = [];
  readonly kinds: number[] = [];
  readonly #names: Map<number, string> | undefined;

  constructor(names: Map<number, string> | undefined) {
    this.#names = names;
  }

  add(kind: number, a: number, b: number, name: () => string): void {
    let hash = Math.imul((kind + 1) ^ Math.imul(a, 0x85ebca6b), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(b, 0xc2b2ae35), 0x85ebca77);
    hash ^= hash >>> 13;
    this.hashes.push(hash);
    this.kinds.push(kind);
    this.#names?.set(hash, `${FEATURE_KINDS[kind]}:${name()}`);
  }
}

/** @param names where given, is filled with what each hash stands for (explanations, tests) */
export function extractFeatures(text: string, reader: FeatureReader, names?: Map<number, string>): Features {
  const plain = dropRefused(simplify(text));
  const read = readUnits(plain, reader);
  const { units, script } = read;
  const into = new Collector(names);
  addUnits(units, script, into);
  if (script !== 'chinese' || /[a-z]/.test(plain)) addWords(units, script, into);
  addConcepts(conceptsIn(plain, units, script, reader), into);
  for (const fact of readSituation({ ...read, plain })) into.add(SITUATION, hashText(fact), 0, () => fact);
  return { hashes: into.hashes, kinds: into.kinds, script };
}

function addUnits(units: readonly Unit[], script: Script, into: Collector): void {
  for (let i = 0; i < units.length; i += 1) {
    const a = units[i] ?? BREAK;
    if (a === BREAK || (script === 'english' && a.sound === '')) continue;
    const b = units[i + 1] ?? BREAK;
    if (a.formHash !== 0) {
      into.add(CHARACTER, a.formHash, 0, () => a.form);
      if (b.formHash !== 0) into.add(CHARACTER_PAIR, a.formHash, b.formHash, () => a.form + b.form);
    }
    if (a.soundHash !== 0) {
      into.add(SOUND, a.soundHash, 0, () => a.sound);
      if (b.soundHash !== 0) into.add(SOUND_PAIR, a.soundHash, b.soundHash, () => `${a.sound} ${b.sound}`);
    }
  }
  addEdges(
    units.filter((unit) => unit !== BREAK),
    into,
  );
}

/** How a question begins and ends tells what kind it is (谁…, …多久, …吗), and of two wishes which one is meant. */
function addEdges(units: readonly Unit[], into: Collector): void {
  const soundOf = ({ soundHash, formHash }: Unit) => soundHash || formHash;
  const nameOf = (some: readonly Unit[]) => some.map(({ sound, form }) => sound || form).join(' ');
  let begins = 1;
  let ends = 2;
  for (let length = 1; length <= Math.min(EDGE_LENGTH, units.length); length += 1) {
    begins = Math.imul(begins, 31) + soundOf(units[length - 1] ?? BREAK);
    ends = Math.imul(ends, 31) + soundOf(units[units.length - length] ?? BREAK);
    into.add(EDGE, begins, 1, () => `^${nameOf(units.slice(0, length))}`);
    into.add(EDGE, ends, 2, () => `${nameOf(units.slice(-length))}$`);
  }
}

function addWords(units: readonly Unit[], script: Script, into: Collector): void {
  for (const unit of units) {
    const isWord = unit.form !== '' && (unit.sound === '' || script === 'english') && unit !== BREAK;
    if (!isWord) continue;
    const word = stemWord(unit.form);
    into.add(WORD, hashText(word), 0, () => word);
  }
}

function addConcepts(concepts: readonly Concept[], into: Collector): void {
  for (const [i, concept] of concepts.entries()) {
    into.add(CONCEPT, concept.hash, 0, () => concept.name);
    const next = concepts[i + 1];
    if (next) into.add(CONCEPT_PAIR, concept.hash, next.hash, () => `${concept.name}→${next.name}`);
  }
}

/** What is meant, in order, each synonym read as the first word of its group. */
function conceptsIn(plain: string, units: readonly Unit[], script: Script, reader: FeatureReader): Concept[] {
  const found: Concept[] = [];
  const add = (concept: Concept) => {
    if (found.at(-1) !== concept) found.push(concept);
  };
  if (script !== 'pinyin')
    for (let at = 0; at < plain.length; ) {
      const concept = reader.concepts.longestAt(plain, at);
      if (concept && standsAlone(plain, at, concept.length)) {
        add(concept.value);
        at += concept.length;
      } else at += 1;
    }
  if (units.some((unit) => unit.form === '')) {
    const sounds = units.map((unit) => (unit.form === '' ? unit.sound : '|'));
    for (let at = 0; at < sounds.length; ) {
      const concept = reader.conceptSounds.longestAt(sounds, at);
      if (concept) add(concept.value);
      at += concept?.length ?? 1;
    }
  }
  return found;
}

/** An English word counts as a word, its endings aside; a Chinese one wherever it stands. */
function standsAlone(text: string, at: number, length: number): boolean {
  if (!isLatin(text, at)) return true;
  if (isLatin(text, at - 1)) return false;
  return !isLatin(text, at + length) || /^(?:s|ed|d|ing)(?![a-z])/.test(text.slice(at + length, at + length + 4));
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}
