/** A province by its id or any name people give it; else the one that was probably meant. */
import { type Edition, nearestName } from '../knowledge/index.ts';

export type RegionFound = { readonly id: string } | { readonly nearest: string };

const ids = new WeakMap<Edition, { readonly regions: Map<string, string>; readonly cities: Map<string, string> }>();

/** @returns the id, or the id of the nearest name ('' when nothing is near). A city points to its province. */
export function findRegion(edition: Edition, name: string): RegionFound {
  const { regions, cities } = namesOf(edition);
  const asked = name.trim().toLowerCase();
  const id = regions.get(asked);
  if (id !== undefined) return { id };
  const city = cities.get(asked);
  if (city !== undefined) return { nearest: city };
  if (asked.length > 40) return { nearest: '' };
  const near = nearestName(asked, regions.keys());
  // Short names differ from each other by two characters anyway: one has to be the same for it to be near.
  const shares = [...near].some((character) => asked.includes(character));
  return { nearest: near && shares ? (regions.get(near) ?? '') : '' };
}

function namesOf(edition: Edition) {
  const known = ids.get(edition);
  if (known) return known;
  const regions = new Map<string, string>();
  const cities = new Map<string, string>();
  for (const region of edition.regions.values()) {
    for (const name of [
      region.en,
      ...region.aliases,
      ...Object.values(region.zh_hans),
      ...Object.values(region.zh_hant),
    ])
      regions.set(name.toLowerCase(), region.id);
    for (const city of region.cities)
      for (const name of [city.name, city.short]) cities.set(name.toLowerCase(), region.id);
  }
  // Ids last: no alias of one province may shadow the id of another.
  for (const id of edition.regions.keys()) regions.set(id, id);
  const names = { regions, cities };
  ids.set(edition, names);
  return names;
}
