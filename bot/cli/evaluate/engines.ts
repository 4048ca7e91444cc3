/** What can be asked: Yaodian, or Fuse.js as its documentation says, on the same ways of asking. */
import Fuse from 'fuse.js';
import type { Edition } from '../../knowledge/index.ts';
import { createMatcher, readModel } from '../../matching/index.ts';

export interface EngineAnswer {
  readonly decision: string;
  /** Best first, at most ten. */
  readonly ids: readonly string[];
  /** Really answered: none, one, or two for two questions. */
  readonly answered: readonly string[];
  readonly confidence: number;
}

export type AskEngine = (question: string) => EngineAnswer;

const MOST = 10;

export function createYaodianEngine(edition: Edition, knowledgeDir: string): AskEngine {
  const matcher = createMatcher(edition, readModel(knowledgeDir));
  return (question) => {
    const { parts } = matcher.match(question);
    const answered = parts.flatMap((part) => part.entry ?? []);
    const offered = parts.flatMap((part) => part.choices);
    const ranked = parts.flatMap((part) => part.candidates.map((candidate) => candidate.entry));
    return {
      decision: parts.map((part) => part.outcome).join('+'),
      ids: [...new Set([...answered, ...offered, ...ranked])].slice(0, MOST),
      answered,
      confidence: Math.min(...parts.map((part) => part.confidence)),
    };
  };
}

/**
 * https://www.fusejs.io/token-search.html: for natural questions of several words `useTokenSearch`; and ignoreLocation,
 * since the words may stand anywhere. Everything else as it comes, its threshold deciding whether there is an answer.
 */
export function createFuseEngine(edition: Edition): AskEngine {
  const ways = edition.asked.filter((way) => way.kind === 'entry').map((way) => ({ entry: way.of, text: way.text }));
  const fuse = new Fuse(ways, { keys: ['text'], includeScore: true, ignoreLocation: true, useTokenSearch: true });
  return (question) => {
    const found = fuse.search(question, { limit: 100 });
    const ids = [...new Set(found.map(({ item }) => item.entry))].slice(0, MOST);
    const answered = ids.slice(0, 1);
    return { decision: answered.length > 0 ? 'answer' : 'none', ids, answered, confidence: 1 - (found[0]?.score ?? 1) };
  };
}
