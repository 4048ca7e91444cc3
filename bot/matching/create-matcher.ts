/** Edition and what was learnt from it → matcher. Reads every way of asking once, then answers from memory. */
import type { Edition } from '../knowledge/index.ts';
import { createMatch } from './match-message.ts';
import { createState, type MatchingState } from './matching-state.ts';
import { keyOf, labelKey } from './model/labels.ts';
import type { MatchingModel } from './model/matching-model.ts';
import { trainQuickly } from './model/train-model.ts';
import type { Matcher } from './types.ts';
import { type Complete, createComplete } from './ways/complete.ts';

/** What a matcher was built from, for one that takes it over. */
interface Built {
  readonly state: MatchingState;
  readonly complete: Complete;
  readonly model: MatchingModel | undefined;
  /** The edition's own texts were learnt from as well, since no kept model would do. */
  readonly learntHere: boolean;
}

const built = new WeakMap<Matcher, Built>();

/**
 * @param model what `npm run train` kept for this edition (`readModel`). Without one, or with one that doesn't know all
 * that can be asked here, the edition is learnt from on the spot: at once for a few hundred ways, seconds for ten thousand.
 * @param before the matcher of an earlier reading of the same folder: its index is taken over if nothing that it was
 * built from has changed, which makes a corrected text a matter of microseconds
 */
export function createMatcher(edition: Edition, model?: MatchingModel, before?: Matcher): Matcher {
  const known = before && built.get(before);
  if (known && servesAsWell(known, edition, model)) return remember({ ...known, state: { ...known.state, edition } });
  const learntHere = !(model && knowsAll(model, edition));
  const state = createState(edition, learntHere ? trainQuickly(edition) : model);
  return remember({ state, complete: createComplete(edition.asked), model, learntHere });
}

function remember(parts: Built): Matcher {
  const matcher = { ...createMatch(parts.state), complete: parts.complete };
  built.set(matcher, parts);
  return matcher;
}

function servesAsWell({ state, model, learntHere }: Built, edition: Edition, now: MatchingModel | undefined): boolean {
  const before = state.edition;
  return (
    edition.asked === before.asked &&
    edition.regions === before.regions &&
    edition.synonyms === before.synonyms &&
    edition.entries.size === before.entries.size &&
    [...edition.entries].every(([id, entry]) =>
      learntHere ? before.entries.get(id) === entry : before.entries.has(id),
    ) &&
    now === model
  );
}

/** A model that is merely older (new ways of asking an old entry) still serves; one that lacks a label does not. */
function knowsAll(model: MatchingModel, edition: Edition): boolean {
  const known = new Set(model.labels.map(({ kind, id }) => labelKey(kind, id)));
  return (
    [...edition.entries.keys()].every((id) => known.has(labelKey('entry', id))) &&
    edition.asked.every((way) => known.has(keyOf(way)))
  );
}
