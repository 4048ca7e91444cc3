/**
 * FlexSearch with bigrams by a custom encoder. `suggest`, since without it a hit must have all terms and a whole question
 * finds nothing; `resolution` 100 instead of 9, since its hits are ordered in steps and finer ones find more. Its own
 * CJK encoder (single characters) found fewer and took longer; the figures are in docs/bench-matching.md.
 */
import { Index } from 'flexsearch';
import { type BuildEngine, fromHits, HITS } from '../engine.ts';
import { toBigrams } from './bigrams.ts';

export const buildFlexSearch: BuildEngine = (ways) => {
  const index = new Index({ tokenize: 'strict', encode: toBigrams, resolution: 100 });
  for (const [id, { text }] of ways.entries()) index.add(id, text);
  return {
    ask: (question) => fromHits(index.search(question, { limit: HITS, suggest: true }).map((id) => ways[Number(id)])),
  };
};
