/**
 * What a question is made of, for telling how alike two are: pieces of a few characters, weighted by rarity, once what
 * differs between people but not between questions (places, numbers, filler words, script, spacing) is taken out.
 */
import type { Edition } from '../knowledge/index.ts';
import { createPlaceFinder, simplify } from '../matching/index.ts';
import { GROUPING } from './settings.ts';

export interface Pieces {
  /** Weight of each piece, the whole having length 1; empty for a text without letters. */
  readonly weights: ReadonlyMap<string, number>;
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

/** Builds the reader once for an edition; how rare a piece is, its ways of asking tell. */
export function createPieceReader(edition: Edition): ReadPieces {
  const strip = createStripper(edition);
  const texts = new Map<string, number>();
  for (const { text } of edition.asked)
    for (const piece of countPieces(strip(text)).keys()) texts.set(piece, (texts.get(piece) ?? 0) + 1);
  const rarity = (piece: string) => Math.log((edition.asked.length + 1) / ((texts.get(piece) ?? 0) + 0.5));
  const negations = edition.cues.negation.map(simplify).filter((word) => /\p{Script=Han}/u.test(word));
  return (text) => {
    const asking = simplify(text).replace(ASKING_NEGATION, '');
    return {
      weights: toLengthOne(countPieces(strip(text)), rarity),
      denies: negations.some((word) => asking.includes(word)) || LATIN_NEGATION.test(asking),
    };
  };
}

function createStripper(edition: Edition): (text: string) => string {
  const findPlaces = createPlaceFinder(edition);
  const filler = edition.synonyms.filler.map(simplify).sort((a, b) => b.length - a.length);
  return (text) => {
    const plain = simplify(text);
    const placeless = findPlaces(plain).reduce((words, { name }) => words.replaceAll(name, PLACE_SIGN), plain);
    return filler.reduce((words, word) => words.replaceAll(word, ''), placeless.replace(NUMBER, NUMBER_SIGN));
  };
}

function countPieces(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [run] of words.matchAll(/[a-z']+|[^\s\p{P}a-z]+|[#@]/gu)) {
    const isLatin = /^[a-z']/.test(run);
    // A blank at both ends counts: "pay" is no part of "payment".
    const characters = isLatin ? [...` ${run} `] : [...run];
    for (const size of isLatin ? GROUPING.latinPieces : GROUPING.hanPieces)
      for (let i = 0; i + size <= characters.length; i += 1) add(characters.slice(i, i + size).join(''));
  }
  return counts;
}

function toLengthOne(counts: ReadonlyMap<string, number>, rarity: (piece: string) => number): Map<string, number> {
  const weighed = [...counts].map(([piece, n]) => [piece, n * rarity(piece)] as const);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([piece, weight]) => [piece, weight / length]));
}
