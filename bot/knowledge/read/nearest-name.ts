/** The known name nearest to one that isn't known: "refusd" → "refused". Empty when nothing is near. */
import { distance } from 'fastest-levenshtein';

/** @param known the permitted names. @returns the nearest one, or '' when more than a third of it would change. */
export function nearestName(name: string, known: Iterable<string>): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const changes = distance(name.toLowerCase(), candidate.toLowerCase());
    if (changes < least) {
      least = changes;
      best = candidate;
    }
  }
  return least <= Math.max(2, Math.floor(name.length / 3)) ? best : '';
}
