/**
 * FlexSearch with bigrams by a custom encoder, and `suggest`: without it all terms must be in a hit, and a whole
 * question finds nothing. Its own CJK encoder (single characters) found fewer at the same sizes: docs/bench-matching.md.
 */
import { Charset, Index } from 'flexsearch';
import { type BuildEngine, fromHits, HITS } from '../engine.ts';
import { toBigrams } from './bigrams.ts';

const V = process.env['FLEX'] ?? 'bi';
export const buildFlexSearch: BuildEngine = (ways) => {
  const opts = V === 'bi' ? { encode: toBigrams } : V === 'cjk' ? { encoder: Charset.CJK } : V === 'cjkctx' ? { encoder: Charset.CJK, context: { depth: 2, bidirectional: true, resolution: 5 } } : V==='def' ? {} : { encode: toBigrams, resolution: 100 };
  const index = new Index({ tokenize: 'strict', ...opts });
  for (const [id, { text }] of ways.entries()) index.add(id, text);
  return {
    ask: (question) => fromHits(index.search(question, { limit: HITS, suggest: true }).map((id) => ways[Number(id)])),
  };
};
