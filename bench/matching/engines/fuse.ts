/**
 * Fuse.js as its page on token search says (fusejs.io/token-search) for questions of several words: `useTokenSearch`,
 * and `ignoreLocation`, since the words may stand anywhere. Its default tokens take a run of Chinese as one word; for
 * Chinese the page advises `Intl.Segmenter`, which is measured too.
 */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { type BuildEngine, fromHits, HITS, type Way } from '../engine.ts';

const OPTIONS: IFuseOptions<Way> = { keys: ['text'], ignoreLocation: true, useTokenSearch: true };

export const buildFuse: BuildEngine = (ways) => build(ways, OPTIONS);

export const buildFuseSegmented: BuildEngine = (ways) => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const tokenize = (text: string) =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return build(ways, { ...OPTIONS, tokenize });
};

function build(ways: readonly Way[], options: IFuseOptions<Way>) {
  const fuse = new Fuse(ways, options);
  return { ask: (question: string) => fromHits(fuse.search(question, { limit: HITS }).map(({ item }) => item)) };
}
