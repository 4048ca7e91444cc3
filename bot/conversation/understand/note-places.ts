/** Takes the places out of a message into what is remembered; unclear names are handed back to be asked about. */
import type { FindPlaces, FoundPlace, PlaceRole } from '../../matching/index.ts';
import type { Places, Talk } from '../talk.ts';

export interface NotedPlaces {
  readonly places: Places;
  readonly cities: Places;
  /** Whether anything is new. */
  readonly changed: boolean;
  /** A name that several places share. */
  readonly unclear: FoundPlace | undefined;
}

type Roles = { [role in PlaceRole]?: string };

/** @param before what was known @returns what is known now; a later word corrects an earlier one. */
export function notePlaces(
  message: string,
  before: Pick<Talk, 'places' | 'cities'>,
  findPlaces: FindPlaces,
): NotedPlaces {
  const found = findPlaces(message);
  const places: Roles = { ...before.places };
  const cities: Roles = { ...before.cities };
  const note = (role: PlaceRole, region: string, city: string | undefined) => {
    // "深圳", and later "广东" once more: the city still holds.
    if (city !== undefined) cities[role] = city;
    else if (places[role] !== region) delete cities[role];
    places[role] = region;
  };
  for (const place of found) {
    if (place.region === undefined) continue;
    const role = place.role ?? (found.length === 1 && before.places.work === undefined ? 'work' : undefined);
    if (role !== undefined) note(role, place.region, place.city);
    if (place.towards) note('to', place.region, place.city);
  }
  // Someone who comes from a place and says where they work now: the move is between the two.
  if (places.from !== undefined && places.work === undefined) note('work', places.from, cities.from);
  const changed = Object.entries(places).some(([role, region]) => before.places[role as PlaceRole] !== region);
  const unclear = found.find((place) => place.region === undefined && place.candidates.length > 0);
  return { places, cities, changed, unclear };
}

/** Which places speak for the two ends of the move, as far as they are known: a city where one was named. */
export function endsOfMove(talk: Pick<Talk, 'places' | 'cities'>): {
  readonly origin: string | undefined;
  readonly destination: string | undefined;
} {
  const { work, from, to } = talk.places;
  const origin = from !== undefined ? 'from' : to !== undefined && to !== work ? 'work' : undefined;
  const destination = to !== undefined ? 'to' : from !== undefined && from !== work ? 'work' : undefined;
  const region = (role: PlaceRole | undefined) => role && regionOf(talk, role);
  if (origin === undefined && destination === undefined) return { origin: region('work'), destination: region('work') };
  return { origin: region(origin), destination: region(destination) };
}

/** `guangdong/4403` where a city is known, else `guangdong`. */
export function regionOf({ places, cities }: Pick<Talk, 'places' | 'cities'>, role: PlaceRole): string | undefined {
  const province = places[role];
  const city = cities?.[role];
  return province !== undefined && city !== undefined ? `${province}/${city}` : province;
}
