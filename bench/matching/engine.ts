/** What every engine of the bench must do: read the questions once, then say which entries a question is likeliest about. */
import type { Asked } from '../../bot/knowledge/index.ts';

export interface Found {
  /** Given as the answer: Yaodian may give none, or two for two questions; the others always give their best hit. */
  readonly answered: readonly string[];
  /** Best first, each once. */
  readonly ids: readonly string[];
}

export interface Engine {
  ask(question: string): Found | Promise<Found>;
}

export type BuildEngine = (ways: readonly Asked[]) => Engine | Promise<Engine>;

/** Hits taken from an engine: the same entry is hit by many ways, and three entries are wanted. */
export const HITS = 50;

/** An engine's hits → its entries. The entry of the best hit counts as its answer, however weak. */
export function fromHits(hits: readonly (Asked | undefined)[]): Found {
  const ids = [...new Set(hits.flatMap((way) => way?.of ?? []))];
  return { answered: ids.slice(0, 1), ids };
}
