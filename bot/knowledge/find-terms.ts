/**
 * Where terms of art stand in a text. The page marks them by it and `npm run validate` looks for unexplained ones by
 * it, so that a term which counts as explained is one that a person can really tap.
 */
import type { Speaker } from './say-text.ts';
import type { GlossaryTerm } from './schema/edition-files.ts';

/** A term as it is written in one language. */
export interface WrittenTerm {
  readonly id: string;
  readonly spellings: readonly string[];
  /** Phrases that hold a spelling and mean something else: 没有关系 has nothing to do with 关系. */
  readonly unlike: readonly string[];
}

export interface FoundTerm {
  readonly id: string;
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
  /** As it stands in the text. */
  readonly words: string;
}

export type TermFinder = (text: string) => FoundTerm[];

/** @returns the glossary's terms as the speaker's language writes them */
export function writeTerms(glossary: readonly GlossaryTerm[], speaker: Speaker): WrittenTerm[] {
  // `also` and `unlike` name no language: a spelling that belongs to another one is simply never met.
  const say = (words: string) => speaker.say({ 'zh-CN': words });
  return glossary.map(({ id, term, also = [], unlike = [] }) => ({
    id,
    spellings: [speaker.say(term), ...also.map(say)],
    unlike: unlike.map(say),
  }));
}

/**
 * @returns a finder: every term of a text in reading order, none within another. The longest spelling wins
 * (临时缴费账户 before 账户). Words in Latin letters are whole words, whatever their case, in the singular or the plural.
 * @example createTermFinder([{ id: 'agency', spellings: ['agency'], unlike: [] }])('The agency checks.')
 * // [{ id: 'agency', at: 4, words: 'agency' }]
 */
export function createTermFinder(terms: readonly WrittenTerm[]): TermFinder {
  const owner = new Map<string, string | undefined>();
  for (const { id, spellings, unlike } of terms) {
    for (const words of spellings) owner.set(words.toLowerCase(), id);
    for (const words of unlike) owner.set(words.toLowerCase(), undefined);
  }
  if (owner.size === 0) return () => [];
  const longestFirst = [...owner.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(asPattern).join('|'), 'giu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, index: at }) => {
      const written = words.toLowerCase();
      const known = [written, written.replace(/s$/, ''), written.replace(/es$/, '')].find((form) => owner.has(form));
      const id = known === undefined ? undefined : owner.get(known);
      return id === undefined ? [] : [{ id, at, words }];
    });
}

const LATIN = /^[\p{Script=Latin}\p{N}\s'’,-]+$/u;

function asPattern(words: string): string {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return LATIN.test(words) ? String.raw`(?<![\p{L}\p{N}])${escaped}(?:e?s)?(?![\p{L}\p{N}])` : escaped;
}
