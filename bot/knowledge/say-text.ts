/** A text in the language asked for: as authored, else converted (繁體), else in the first language of the edition. */
import * as OpenCC from 'opencc-js/cn2t';
import type { Edition } from './edition.ts';
import { fillParameters } from './fill-parameters.ts';
import type { Language, Text } from './schema/common.ts';

export interface Speaker {
  readonly language: Language;
  /** The day as of which parameters are filled in, YYYY-MM-DD. */
  readonly day: string;
  /** The words of a text, its holes filled. */
  readonly say: (text: Text) => string;
}

/** Converters by edition: building one takes milliseconds, and every text of 繁體 goes through it. */
const converters = new WeakMap<Edition, (text: string) => string>();

/** @param day the day as of which numbers are filled in */
export function createSpeaker(edition: Edition, language: Language, day: string): Speaker {
  const say = (text: Text): string =>
    fillParameters(inLanguage(edition, text, language), edition.parameters, language, day);
  return { language, day, say };
}

function inLanguage(edition: Edition, text: Text, language: Language): string {
  if (language === 'zh-Hant') return text['zh-Hant'] ?? toTraditional(edition, text['zh-CN']);
  return text[language] ?? text['zh-CN'];
}

/** Simplified to traditional characters, with the edition's own overrides for terms. */
export function toTraditional(edition: Edition, text: string): string {
  let convert = converters.get(edition);
  if (!convert) {
    const characters = OpenCC.Converter({ from: 'cn', to: 'tw' });
    const remembered = new Map<string, string>();
    convert = (words) => {
      const known = remembered.get(words);
      if (known !== undefined) return known;
      let said = characters(words);
      for (const [from, to] of edition.traditionalOverrides) said = said.replaceAll(from, to);
      remembered.set(words, said);
      return said;
    };
    converters.set(edition, convert);
  }
  return convert(text);
}
