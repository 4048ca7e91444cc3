/** What every renderer gets: the settings, the words, where static files stand, and what the pages say of the edition. */
import type { Edition } from '../../../knowledge/index.ts';
import type { Say, Wording } from '../../../wording/index.ts';
import type { Settings } from '../settings.ts';

export interface PageContext {
  readonly settings: Settings;
  readonly say: Say;
  readonly wording: Wording;
  readonly edition: Edition;
  /** `national 2026.11` */
  readonly version: string;
  /** Today in China, YYYY-MM-DD. */
  readonly today: string;
  readonly asset: (name: string) => string;
}

/** The same page with the words of another language, for a bubble that was said in it. */
export function inLanguage(context: PageContext, language: Settings['language']): PageContext {
  if (language === context.settings.language) return context;
  return { ...context, settings: { ...context.settings, language }, say: context.wording.in(language) };
}
