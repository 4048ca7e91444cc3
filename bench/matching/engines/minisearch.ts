/** MiniSearch with bigrams; BM25 and "any term" as they come. */
import MiniSearch from 'minisearch';
import { type BuildEngine, fromHits, HITS } from '../engine.ts';
import { toBigrams } from './bigrams.ts';

export const buildMiniSearch: BuildEngine = (ways) => {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: toBigrams });
  index.addAll(ways.map(({ text }, id) => ({ id, text })));
  return {
    ask: (question) =>
      fromHits(
        index
          .search(question)
          .slice(0, HITS)
          .map(({ id }) => ways[id]),
      ),
  };
};
