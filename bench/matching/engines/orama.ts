/** Orama with bigrams by its documented custom tokenizer; BM25 and "any term" as they come. */
import { create, insertMultiple, search } from '@orama/orama';
import { type BuildEngine, fromHits, HITS } from '../engine.ts';
import { toBigrams } from './bigrams.ts';

export const buildOrama: BuildEngine = async (ways) => {
  const index = create({
    schema: { text: 'string', way: 'number' },
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: toBigrams } },
  });
  await insertMultiple(
    index,
    ways.map(({ text }, way) => ({ text, way })),
  );
  return {
    ask: async (question) => {
      const { hits } = await search(index, { term: question, properties: ['text'], limit: HITS });
      return fromHits(hits.map(({ document }) => ways[document.way]));
    },
  };
};
