/** Edition and what was learnt from it → matcher. Reads every way of asking once, then answers from memory. */
import type { Edition } from '../knowledge/index.ts';
import { createMatch } from './match-message.ts';
import { createState } from './matching-state.ts';
import { keyOf, labelKey } from './model/labels.ts';
import type { MatchingModel } from './model/matching-model.ts';
import { trainQuickly } from './model/train-model.ts';
import type { Matcher } from './types.ts';
import { createComplete } from './ways/complete.ts';

/**
 * @param model what `npm run train` kept for this edition (`readModel`). Without one, or with one that doesn't know all
 * that can be asked here, the edition is learnt from on the spot: at once for a few hundred ways, seconds for ten thousand.
 */
export function createMatcher(edition: Edition, model?: MatchingModel): Matcher {
  const state = createState(edition, model && knowsAll(model, edition) ? model : trainQuickly(edition));
  return { ...createMatch(state), complete: createComplete(edition.asked) };
}

/** A model that is merely older (new ways of asking an old entry) still serves; one that lacks a label does not. */
function knowsAll(model: MatchingModel, edition: Edition): boolean {
  const known = new Set(model.labels.map(({ kind, id }) => labelKey(kind, id)));
  return (
    [...edition.entries.keys()].every((id) => known.has(labelKey('entry', id))) &&
    edition.asked.every((way) => known.has(keyOf(way)))
  );
}
