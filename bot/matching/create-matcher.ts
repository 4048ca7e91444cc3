/** Edition and what was learnt from it → matcher. Reads every way of asking once, then answers from memory. */
import type { Edition } from '../knowledge/index.ts';
import { createMatch } from './match-message.ts';
import { type BuiltState, buildState } from './matching-state.ts';
import { type MatchingModel, missesLabels } from './model/matching-model.ts';
import { trainQuickly } from './model/train-model.ts';
import { LEARNT_AT_ONCE } from './settings.ts';
import type { Matcher } from './types.ts';
import { createComplete, type SortedWays, sortWays } from './ways/complete.ts';

/** What a matcher was built from, for one that takes it over. */
interface Built extends BuiltState {
  readonly sorted: SortedWays;
  /** As it was given; `model` was learnt on the spot where it would not do. */
  readonly given: MatchingModel | undefined;
}

const built = new WeakMap<Matcher, Built>();

/**
 * @param model what `npm run train` kept for this edition (`readModel`). Of an entry that it doesn't know, the ways of
 * asking alone are known, as of a region's own. Without a model, or with one that misses something of a small edition,
 * the edition is learnt from on the spot: at once for a few hundred ways, half a minute for ten thousand.
 * @param before the matcher of an earlier reading of the same folder: what hasn't changed since is taken over, which
 * makes a corrected text a matter of microseconds and a new way of asking one of milliseconds
 */
export function createMatcher(edition: Edition, model?: MatchingModel, before?: Matcher): Matcher {
  const known = before && built.get(before);
  if (known && servesAsWell(known, edition, model)) return remember({ ...known, state: { ...known.state, edition } });
  const next = buildState(edition, modelFor(edition, model), known);
  return remember({ ...next, sorted: sortWays(next.state.ways, known?.sorted), given: model });
}

function modelFor(edition: Edition, given: MatchingModel | undefined): MatchingModel {
  const serves = given && (!missesLabels(given, edition) || edition.asked.length > LEARNT_AT_ONCE);
  return serves ? given : trainQuickly(edition);
}

function remember(parts: Built): Matcher {
  const matcher = { ...createMatch(parts.state), complete: createComplete(parts.sorted) };
  built.set(matcher, parts);
  return matcher;
}

function servesAsWell({ state, model, given }: Built, edition: Edition, now: MatchingModel | undefined): boolean {
  const before = state.edition;
  const learntHere = model !== given;
  return (
    edition.asked === before.asked &&
    edition.regions === before.regions &&
    edition.synonyms === before.synonyms &&
    edition.entries.size === before.entries.size &&
    [...edition.entries].every(([id, entry]) =>
      learntHere ? before.entries.get(id) === entry : before.entries.has(id),
    ) &&
    now === given
  );
}
