/**
 * A text → its features: what classifier and index compare. Everything is a 32-bit hash; two of the edition's some
 * hundred thousand features meeting by chance is rarer than a misprint, and a number is cheaper than a string.
 */
import type { NameTrie } from '../normalise/name-trie.ts';
import { soundKey } from '../normalise/pinyin-syllables.ts';
import { BREAK, readUnits, type UnitReader, type UnitText } from '../normalise/read-units.ts';
import { simplify } from '../normalise/simplify.ts';
import { stemWord } from './stem-word.ts';

/** Kinds of features; each has its own weight in settings.ts. */
export const FEATURE_KINDS = [
  'character', 'pair', 'triple', 'sound', 'sound-pair', 'sound-triple', 'word', 'word-pair', 'word-piece',
  'concept', 'concept-pair', 'skip', 'number', 'edge',
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export interface Features {
  readonly hashes: readonly number[];
  /** Index into FEATURE_KINDS, one for each hash. */
  readonly kinds: readonly number[];
  readonly script: UnitText['script'];
}

export interface FeatureReader extends UnitReader {
  readonly concepts: NameTrie<string>;
  readonly filler: NameTrie<true>;
}

const KIND = Object.fromEntries(FEATURE_KINDS.map((kind, n) => [kind, n])) as Record<FeatureKind, number>;

/** @param names where given, collects what each hash stands for (for explanations and tests) */
export function extractFeatures(text: string, reader: FeatureReader, names?: Map<number, string>): Features {
  const plain = simplify(text);
  return featuresOf(readUnits(plain, reader), conceptsIn(plain, reader), names);
}

function featuresOf(text: UnitText, concepts: readonly string[], names: Map<number, string> | undefined): Features {
  const hashes: number[] = [];
  const kinds: number[] = [];
  const seen = new Set<number>();
  const add = (kind: FeatureKind, ...parts: readonly string[]) => {
    const hash = hashOf(KIND[kind], parts);
    if (seen.has(hash)) return;
    seen.add(hash);
    hashes.push(hash);
    kinds.push(KIND[kind]);
    names?.set(hash, `${kind}:${parts.join('·')}`);
  };
  const { units } = text;
  const forms: string[] = [];
  const sounds: string[] = [];
  const words: string[] = [];
  for (const unit of units) {
    const isWord = unit.sound === '' || (unit.form.length > 1 && unit.form === unit.sound);
    forms.push(unit.form);
    sounds.push(unit.sound === '' ? unit.form : soundKey(unit.sound));
    if (isWord || (text.script === 'english' && unit.form.length === 1 && unit !== BREAK)) words.push(stemWord(unit.form));
    else if (unit === BREAK && words.at(-1) !== ' ' && words.length > 0) words.push(' ');
  }
  for (let i = 0; i < units.length; i += 1) {
    const a = forms[i] ?? '';
    const sa = sounds[i] ?? '';
    if (sa === ' ' || (units[i]?.sound === '' && text.script !== 'chinese')) continue;
    const b = forms[i + 1] ?? '';
    const c = forms[i + 2] ?? '';
    const sb = sounds[i + 1] ?? '';
    const sc = sounds[i + 2] ?? '';
    if (a !== '') {
      add('character', a);
      if (b !== '' && b !== ' ') {
        add('pair', a, b);
        if (c !== '' && c !== ' ') add('triple', a, b, c);
      }
      if (b !== ' ' && c !== '' && c !== ' ') add('skip', a, c);
    }
    add('sound', sa);
    if (sb !== '' && sb !== ' ') {
      add('sound-pair', sa, sb);
      if (sc !== '' && sc !== ' ') add('sound-triple', sa, sb, sc);
    }
  }
  for (const [i, word] of words.entries()) {
    if (word === ' ') continue;
    add('word', word);
    const next = words[i + 1];
    if (next !== undefined && next !== ' ') add('word-pair', word, next);
    if (word.length >= 5) {
      const framed = `^${word}$`;
      for (let k = 0; k + 4 <= framed.length; k += 1) add('word-piece', framed.slice(k, k + 4));
    }
  }
  for (const [i, concept] of concepts.entries()) {
    add('concept', concept);
    const next = concepts[i + 1];
    if (next !== undefined) add('concept-pair', concept, next);
  }
  for (const number of text.numbers) add('number', number);
  add('edge', 'start', sounds[0] ?? '');
  add('edge', 'end', sounds.at(-1) ?? '');
  return { hashes, kinds, script: text.script };
}

/** What is meant, in order, each synonym read as its first word. */
function conceptsIn(plain: string, reader: FeatureReader): string[] {
  const found: string[] = [];
  for (let at = 0; at < plain.length; ) {
    const concept = reader.concepts.longestAt(plain, at);
    const isPart = concept && /[a-z]/.test(plain[at] ?? '') && isInsideWord(plain, at, concept.length);
    if (concept && !isPart) {
      if (found.at(-1) !== concept.value) found.push(concept.value);
      at += concept.length;
    } else at += 1;
  }
  return found;
}

function isInsideWord(text: string, at: number, length: number): boolean {
  return /[a-z]/.test(text[at - 1] ?? '') || /^(?!s\b|ed\b|ing\b)[a-z]/.test(text.slice(at + length, at + length + 4));
}

/** FNV-1a over the parts, the kind first, so that a sound and a word spelt alike differ. */
function hashOf(kind: number, parts: readonly string[]): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 1) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
