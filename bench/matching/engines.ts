/** The engines side by side. Each is loaded in its own process, so that none pays for another's memory. */
import { loadEdition } from '../../bot/knowledge/index.ts';
import type { BuildEngine } from './engine.ts';

export const KNOWLEDGE = 'knowledge';

/** In the order of the tables. */
export const ENGINES: Readonly<Record<string, () => Promise<BuildEngine>>> = {
  Yaodian: async () => {
    const { buildYaodian } = await import('./engines/yaodian.ts');
    return buildYaodian(loadEdition(KNOWLEDGE), KNOWLEDGE);
  },
  'Fuse.js': async () => (await import('./engines/fuse.ts')).buildFuse,
  'Fuse.js token search': async () => (await import('./engines/fuse.ts')).buildFuseTokens,
  'Fuse.js token search, words': async () => (await import('./engines/fuse.ts')).buildFuseWords,
  'MiniSearch bigrams': async () => (await import('./engines/minisearch.ts')).buildMiniSearch,
  'Orama bigrams': async () => (await import('./engines/orama.ts')).buildOrama,
  'FlexSearch bigrams': async () => (await import('./engines/flexsearch.ts')).buildFlexSearch,
};
