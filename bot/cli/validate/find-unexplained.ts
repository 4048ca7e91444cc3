/**
 * Words that a cook of 52 need not know and that nothing explains. Two nets: the words that people have listed as terms
 * of art (knowledge/terms-of-art.yaml) and the words that the count of frequencies calls uncommon, unless somebody has
 * read them and found them plain. A word counts as explained where the page would make it tappable.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkShape,
  createSpeaker,
  createTermFinder,
  type Edition,
  type PlacedText,
  type Problem,
  type TermFinder,
  TermsOfArtFile,
  textsOf,
  type WrittenTerm,
  writeTerms,
  YamlFile,
} from '../../knowledge/index.ts';
import { isForCitizens, LONGEST, type Measured, type Words, wordsOf } from './plain-language.ts';

const LIST = 'terms-of-art.yaml';

/** @param folder the knowledge folder; without a list in it nothing is looked for @returns one problem a text and word */
export function findUnexplained(edition: Edition, folder: string): Problem[] {
  const file = path.join(folder, LIST);
  if (!existsSync(file)) return [];
  const list = checkShape(new YamlFile(path.relative(process.cwd(), file), readFileSync(file)), TermsOfArtFile);
  if (!('value' in list)) return [...list.problems];
  const languages = Object.keys(LONGEST) as Measured[];
  const nets = languages.map((language) => createNet(edition, list.value, language));
  return [...edition.entries.values()].flatMap((entry) => {
    const name = path.join(folder, 'entries', `${entry.id}.yaml`);
    const yaml = new YamlFile(path.relative(process.cwd(), name), readFileSync(name));
    return textsOf(entry)
      .filter(isForCitizens)
      .flatMap((placed) =>
        nets.flatMap(({ language, caught }) =>
          caught(placed).map(({ code, word }) => yaml.problem(code, [...placed.path, language], { word, language })),
        ),
      );
  });
}

interface Caught {
  readonly code: 'unexplained-term' | 'unjudged-word';
  readonly word: string;
}

interface Net {
  readonly language: Measured;
  readonly caught: (placed: PlacedText) => Caught[];
}

function createNet(edition: Edition, list: TermsOfArtFile, language: Measured): Net {
  const speaker = createSpeaker(edition, language, edition.manifest.published);
  const glossed = writeTerms(edition.glossary, speaker);
  const findGlossed = createTermFinder(glossed);
  // The glossary's own phrases (没有关系) hold a listed word and are no term here either.
  const findListed = createTermFinder(
    list.terms[language].map((word) => ({
      id: word,
      spellings: [word],
      unlike: glossed.flatMap((term) => term.unlike),
    })),
  );
  const words = wordsOf(language);
  const plain = new Set(list.plain[language].map((word) => word.toLowerCase()));
  const listed = new Set(list.terms[language].map((word) => word.toLowerCase()));
  const known = partsOf(glossed, words);
  return {
    language,
    caught: ({ role, text }) => {
      const said = (text[language] ?? '').replace(/\{\{[^}]*\}\}/g, language === 'en' ? '10' : '十');
      const terms = uncovered(said, findListed, findGlossed).map(
        (word): Caught => ({ code: 'unexplained-term', word }),
      );
      // A story has names in it; what is uncommon there is a town or a trade.
      if (role === 'example') return terms;
      const uncommon = ordinaryWords(said, language, words)
        .filter((word) => !words.isCommon(word))
        .filter((word) => !formsOf(word).some((form) => known.has(form) || plain.has(form) || listed.has(form)))
        .map((word): Caught => ({ code: 'unjudged-word', word }));
      return [...terms, ...uncommon];
    },
  };
}

/** The listed words that stand in no spelling that the glossary explains. */
function uncovered(text: string, listed: TermFinder, glossed: TermFinder): string[] {
  const spans = glossed(text).map(({ at, words }) => ({ from: at, until: at + words.length }));
  const bare = listed(text).filter(({ at, words }) => {
    const until = at + words.length;
    return !spans.some((span) => span.from < until && at < span.until);
  });
  return [...new Set(bare.map(({ words }) => words))];
}

/** Words that stand in the glossary, cut as texts are cut. */
function partsOf(terms: readonly WrittenTerm[], words: Words): Set<string> {
  return new Set(terms.flatMap(({ spellings }) => spellings).flatMap((spelling) => words.cut(spelling)));
}

/** "employers'" and "employer's" need no reading of their own once "employer" was read. */
function formsOf(word: string): string[] {
  const bare = word.replace(/'s$|'$/, '');
  return [word, bare, bare.replace(/s$/, ''), bare.replace(/(?:es|ed|d)$/, '')];
}

/** In English a capital in the middle of a sentence is a name. */
function ordinaryWords(text: string, language: Measured, words: Words): string[] {
  const without = language === 'en' ? text.replace(/(?<=[\p{L}\p{N},;:)] )\p{Lu}[\p{L}'’-]*/gu, '') : text;
  return [...new Set(words.cut(without))];
}
