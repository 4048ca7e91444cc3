/**
 * Writes locales/zh-Hant from locales/zh-CN with the converter and overrides of the edition. Run after zh-CN changed,
 * then read what changed: a test checks that both have the same keys, only an eye checks the words.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadEdition, toTraditional } from '../bot/knowledge/index.ts';

const edition = loadEdition('knowledge');
for (const name of readdirSync('locales/zh-CN').filter((file) => file.endsWith('.json'))) {
  const text = readFileSync(`locales/zh-CN/${name}`, 'utf8');
  writeFileSync(`locales/zh-Hant/${name}`, toTraditional(edition, text));
}
