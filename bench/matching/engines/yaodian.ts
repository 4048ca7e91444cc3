/** Yaodian on a set of questions instead of the edition's: all of a match, from normalising to the decision. */
import type { Edition } from '../../../bot/knowledge/index.ts';
import { createMatcher, type Matcher, readModel } from '../../../bot/matching/index.ts';
import { type BuildEngine, type Engine, HITS } from '../engine.ts';

/** Smaller sets are learnt from on the spot, so that the matcher knows no more questions than the others do. */
const KEPT_MODEL_FROM = 5000;

export function usesKeptModel(ways: number): boolean {
  return ways >= KEPT_MODEL_FROM;
}

export function buildYaodian(edition: Edition, knowledgeDir: string): BuildEngine {
  return (ways) =>
    toEngine(
      createMatcher({ ...edition, asked: ways }, usesKeptModel(ways.length) ? readModel(knowledgeDir) : undefined),
    );
}

/** Answered, then offered, then ranked, as `npm run evaluate` reads a match. */
export function toEngine(matcher: Matcher): Engine {
  return {
    ask: (question) => {
      const { parts } = matcher.match(question);
      const answered = parts.flatMap((part) => part.entry ?? []);
      const offered = parts.flatMap((part) => part.choices);
      const ranked = parts.flatMap((part) => part.candidates.map((candidate) => candidate.entry));
      return { answered, ids: [...new Set([...answered, ...offered, ...ranked])].slice(0, HITS) };
    },
  };
}
