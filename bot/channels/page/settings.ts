/**
 * How a person wants the page: language, letter size, light or dark. Kept in one readable cookie and drawn by the
 * server, so that it holds without JavaScript and nothing flickers. It says nothing about who they are.
 */
import { LANGUAGES, type Language } from '../../knowledge/index.ts';
import { languageOf } from '../http/index.ts';
import { readCookie, writeCookie } from './http/cookies.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface Settings {
  readonly language: Language;
  /** Whether a person chose the language, or it is the browser's. A chosen one holds for answers too. */
  readonly chosen: boolean;
  readonly large: boolean;
  readonly theme: Theme;
}

const COOKIE = 'yaodian-page';
const YEAR_SECONDS = 365 * 24 * 3600;

/** @param cookies the Cookie header @param accepted the Accept-Language header, for someone who has chosen nothing */
export function readSettings(cookies: string | undefined, accepted: string | undefined): Settings {
  const [tag, size, theme] = (readCookie(cookies, COOKIE) ?? '').split('.');
  const language = LANGUAGES.find((known) => known === tag);
  return {
    language: language ?? languageOf(accepted),
    chosen: language !== undefined,
    large: size === 'large',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

export function settingsCookie({ language, chosen, large, theme }: Settings, secure: boolean): string {
  const value = [chosen ? language : '', large ? 'large' : 'normal', theme].join('.');
  return writeCookie(COOKIE, value, { sameSite: 'Lax', httpOnly: false, secure, maxAgeSeconds: YEAR_SECONDS });
}

/** The settings after someone pressed a button of the header. Fields that say nothing known change nothing. */
export function changeSettings(settings: Settings, fields: URLSearchParams): Settings {
  const language = LANGUAGES.find((known) => known === fields.get('lang'));
  const size = fields.get('size');
  const theme = fields.get('theme');
  return {
    language: language ?? settings.language,
    chosen: settings.chosen || language !== undefined,
    large: size === null ? settings.large : size === 'large',
    theme: theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : settings.theme,
  };
}
