/**
 * Every sentence a person reads that isn't policy, through i18next: locales/<language>/<namespace>.json.
 * Loaded once at start; the same keys stand in each language (tests/locales.test.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n, type ResourceLanguage } from 'i18next';
import { LANGUAGES, type Language } from '../knowledge/index.ts';

/** `say('chat:welcome.hello', { name })` in one language. */
export type Say = (key: string, facts?: Readonly<Record<string, string | number>>) => string;

export interface Wording {
  readonly in: (language: Language) => Say;
  /** The items of a list, such as the ways of writing a command. */
  readonly list: (language: Language, key: string) => readonly string[];
  /** Whether there are words for a key, for texts that exist only sometimes. */
  readonly has: (key: string, language: Language) => boolean;
}

/** @param folder the locales folder @throws when a file is missing or isn't JSON */
export async function createWording(folder: string): Promise<Wording> {
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => [language, readNamespaces(path.join(folder, language))]),
  );
  const instance: i18n = createInstance();
  await instance.init({
    resources,
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    ns: Object.keys(resources['zh-CN'] ?? {}),
    defaultNS: 'chat',
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  const sayIn = (language: Language): Say => {
    const translate = instance.getFixedT(language);
    return (key, facts) => String(translate(key, { ...facts }));
  };
  const says = new Map<Language, Say>(LANGUAGES.map((language) => [language, sayIn(language)]));
  return {
    in: (language) => says.get(language) ?? ((key) => key),
    list: (language, key) => {
      const items: unknown = instance.getFixedT(language)(key, { returnObjects: true });
      return Array.isArray(items) ? items.map(String) : [];
    },
    has: (key, language) => instance.exists(key, { lng: language }),
  };
}

function readNamespaces(folder: string): ResourceLanguage {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [path.basename(name, '.json'), JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]),
  );
}
