/** Under which style a phrasing is filed when the editor names none: what can be told from the letters alone. */
import type { Language, Style } from '../knowledge/index.ts';

/** @param language as the matcher tells it; pinyin counts as Chinese there */
export function styleOf(text: string, language: Language): Style {
  if (language === 'en') return 'english';
  if (language === 'zh-Hant') return 'traditional';
  return /\p{Script=Han}/u.test(text) ? 'plain' : 'pinyin';
}
