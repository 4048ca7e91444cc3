/** The few settings a command needs; the server has its own (bot/settings.ts). */
import path from 'node:path';
import { LANGUAGES, type Language } from '../knowledge/index.ts';

export interface CliSettings {
  readonly knowledgeDir: string;
  readonly localesDir: string;
  readonly language: Language;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** @param asked `--lang`; without it the language of the terminal decides. */
export function readCliSettings(asked?: string, environment: NodeJS.ProcessEnv = process.env): CliSettings {
  return {
    knowledgeDir: environment.KNOWLEDGE_DIR ?? path.join(ROOT, 'knowledge'),
    localesDir: path.join(ROOT, 'locales'),
    language: LANGUAGES.find((language) => language === asked) ?? languageOfTerminal(environment.LANG ?? ''),
  };
}

function languageOfTerminal(locale: string): Language {
  if (/^zh_(TW|HK|MO)/.test(locale)) return 'zh-Hant';
  return locale.startsWith('zh') ? 'zh-CN' : 'en';
}
