/**
 * How alike two questions are: cosine over pieces of a few characters, once what differs between people but not between
 * questions (places, numbers, filler words, script, spacing) is taken out.
 */
import type { Edition } from '../knowledge/index.ts';
import { createPlaceFinder, simplify } from '../matching/index.ts';
import { GROUPING } from './settings.ts';

export interface Pieces {
  readonly counts: ReadonlyMap<string, number>;
  /** Euclidean length of the counts. */
  readonly length: number;
  /** Whether it denies something: 不想退保 is nearly the same characters as 想退保, and another question. */
  readonly denies: boolean;
}

export type ReadPieces = (text: string) => Pieces;

/** "3年", "三年", "十几个月": the number is the person's own. */
const NUMBER = /\d+(?:[.:,]\d+)?|[一二两三四五六七八九十百千万几]+(?=[年岁月天块元万个号])/gu;
/** 能不能, 有没有, 算不算 ask; they don't deny. Nor does a 不 or 没 at the end. */
const ASKING_NEGATION = /(\p{Script=Han}{1,2})[不没]\1|[不没]\s*[?？吗呢]*$/gu;
const LATIN_NEGATION = /\b(?:not|never|no|without|cannot|\w+n't)\b/u;
const NUMBER_SIGN = '#';
const PLACE_SIGN = '@';

/** Builds the reader once for an edition. */
export function createPieceReader(edition: Edition): ReadPieces {
  const findPlaces = createPlaceFinder(edition);
  const filler = [...edition.synonyms.filler].map(simplify).sort((a, b) => b.length - a.length);
  const negations = edition.cues.negation.map(simplify).filter((word) => /\p{Script=Han}/u.test(word));
  return (text) => {
    const plain = simplify(text);
    let words = plain;
    for (const { name } of findPlaces(plain)) words = words.replaceAll(name, PLACE_SIGN);
    words = words.replace(NUMBER, NUMBER_SIGN);
    for (const word of filler) words = words.replaceAll(word, '');
    const denying = plain.replace(ASKING_NEGATION, '');
    const denies = negations.some((word) => denying.includes(word)) || LATIN_NEGATION.test(denying);
    return { ...countPieces(words), denies };
  };
}

function countPieces(words: string): Pick<Pieces, 'counts' | 'length'> {
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [run] of words.matchAll(/[a-z']+|[^\s\p{P}a-z]+/gu)) {
    if (/^[a-z']/.test(run)) {
      // Blanks at both ends count: "pay" is the end of no other word.
      const padded = ` ${run} `;
      for (let i = 0; i + GROUPING.latinPiece <= padded.length; i += 1) add(padded.slice(i, i + GROUPING.latinPiece));
    } else {
      const characters = [...run];
      for (const size of GROUPING.hanPieces)
        for (let i = 0; i + size <= characters.length; i += 1) add(characters.slice(i, i + size).join(''));
    }
  }
  return { counts, length: Math.sqrt([...counts.values()].reduce((sum, n) => sum + n * n, 0)) };
}

/** @returns 0 (nothing in common, or one denies what the other doesn't) … 1 (the same pieces) */
export function likeness(a: Pieces, b: Pieces): number {
  if (a.denies !== b.denies || a.length === 0 || b.length === 0) return 0;
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let product = 0;
  for (const [piece, n] of few.counts) product += n * (many.counts.get(piece) ?? 0);
  return product / (a.length * b.length);
}
