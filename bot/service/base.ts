/** Everything that changes only with the edition. What a part was built from and hasn't changed, it is taken over with. */
import type { Edition } from '../knowledge/index.ts';
import {
  createMatcher,
  createPlaceFinder,
  type FindPlaces,
  type Matcher,
  type MatchingModel,
} from '../matching/index.ts';
import { type Composition, nationalComposition, nationalView, type View } from '../overlays/index.ts';

export interface Base {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly findPlaces: FindPlaces;
  readonly national: View;
  readonly composition: Composition;
}

/** @param before of an earlier reading of the same folder */
export function createBase(edition: Edition, model: MatchingModel | undefined, before?: Base): Base {
  return {
    edition,
    matcher: createMatcher(edition, model, before?.matcher),
    findPlaces: before && namesSamePlaces(before.edition, edition) ? before.findPlaces : createPlaceFinder(edition),
    national: nationalView(edition),
    composition: nationalComposition(edition),
  };
}

/** Of the parts of an edition, unchanged ones are the same objects. */
function namesSamePlaces(before: Edition, now: Edition): boolean {
  const parts = ['regions', 'ambiguousPlaces', 'cues', 'traditionalOverrides'] as const;
  return parts.every((part) => before[part] === now[part]);
}
