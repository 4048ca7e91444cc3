/** The language a message is written in, which is the one it is answered in. Pinyin is Chinese. */
import type { Language } from '../../knowledge/index.ts';
import type { Script } from '../normalise/read-units.ts';

/** Characters of written Cantonese: simplified or not, whoever writes these reads 繁體. */
const CANTONESE = /[嘅咗喺冇佢嗰啲嘢哋攞畀噉]/;

/** @param simplified the message after `simplify` */
export function findLanguage(message: string, simplified: string, script: Script): Language {
  if (script === 'english') return 'en';
  if (script === 'pinyin') return 'zh-CN';
  if (CANTONESE.test(message)) return 'zh-Hant';
  let converted = 0;
  const narrow = message.normalize('NFKC').toLowerCase();
  if (narrow.length === simplified.length)
    for (let i = 0; i < narrow.length; i += 1) if (narrow[i] !== simplified[i]) converted += 1;
  // A single odd character (著, 乾) also stands in simplified text by mistake; short messages may have but one.
  return converted >= 2 || (converted === 1 && narrow.length <= 8) ? 'zh-Hant' : 'zh-CN';
}
