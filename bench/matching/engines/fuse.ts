/**
 * Fuse.js in three ways. As it comes, but for `ignoreLocation` (a word may stand anywhere in a question); with token
 * search, which its page (fusejs.io/token-search) advises for questions of several words; and that with the tokens by
 * `Intl.Segmenter`, as the page advises for Chinese, since its own take a run of Chinese characters as one word.
 */
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Asked } from '../../../bot/knowledge/index.ts';
import { type BuildEngine, type Engine, fromHits, HITS } from '../engine.ts';

const PLAIN: IFuseOptions<Asked> = { keys: ['text'], ignoreLocation: true };
const TOKENS: IFuseOptions<Asked> = { ...PLAIN, useTokenSearch: true };

export const buildFuse: BuildEngine = (ways) => build(ways, PLAIN);

export const buildFuseTokens: BuildEngine = (ways) => build(ways, TOKENS);

export const buildFuseWords: BuildEngine = (ways) => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const tokenize = (text: string) =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return build(ways, { ...TOKENS, tokenize });
};

function build(ways: readonly Asked[], options: IFuseOptions<Asked>): Engine {
  const fuse = new Fuse(ways, options);
  return { ask: (question) => fromHits(fuse.search(question, { limit: HITS }).map(({ item }) => item)) };
}
