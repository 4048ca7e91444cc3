/** Takes the places out of a message into what is remembered; unclear names are handed back to be asked about. */
import type { FindPlaces, FoundPlace, PlaceRole } from '../../matching/index.ts';
import type { Places } from '../talk.ts';

export interface NotedPlaces {
  readonly places: Places;
  /** Whether anything is new. */
  readonly changed: boolean;
  /** A name that several places share. */
  readonly unclear: FoundPlace | undefined;
}

/** @param before what was known @returns what is known now; a later word corrects an earlier one. */
export function notePlaces(message: string, before: Places, findPlaces: FindPlaces): NotedPlaces {
  const found = findPlaces(message);
  const places: { -readonly [role in PlaceRole]?: string } = { ...before };
  for (const place of found) {
    if (place.region === undefined) continue;
    const role = place.role ?? (found.length === 1 && before.work === undefined ? 'work' : undefined);
    if (role !== undefined) places[role] = place.region;
    if (place.towards) places.to = place.region;
  }
  // Someone who comes from a place and says where they work now: the move is between the two.
  if (places.from !== undefined && places.work === undefined) places.work = places.from;
  const changed = Object.entries(places).some(([role, region]) => before[role as PlaceRole] !== region);
  return { places, changed, unclear: found.find((place) => place.region === undefined && place.candidates.length > 0) };
}

/** Which places speak for the two ends of the move, as far as they are known. */
export function endsOfMove(places: Places): {
  readonly origin: string | undefined;
  readonly destination: string | undefined;
} {
  const origin = places.from ?? (places.to !== undefined && places.to !== places.work ? places.work : undefined);
  const destination = places.to ?? (places.from !== undefined && places.from !== places.work ? places.work : undefined);
  if (origin === undefined && destination === undefined) return { origin: places.work, destination: places.work };
  return { origin, destination };
}
