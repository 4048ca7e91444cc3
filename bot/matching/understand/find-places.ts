/**
 * Places in a message and what each is for: "我在东莞干了八年，老家河南" → work guangdong, hukou henan.
 * A city names its province; a name that several places share is handed back to be asked about, never guessed.
 */
import { type CuesFile, type Edition, toTraditional } from '../../knowledge/index.ts';

export type PlaceRole = 'hukou' | 'work' | 'from' | 'to';

export interface FoundPlace {
  /** The words as written. */
  readonly name: string;
  /** Undefined when the name is ambiguous. */
  readonly region: string | undefined;
  /** City code where a city was named. */
  readonly city?: string;
  /** What could be meant, when it is not clear. */
  readonly candidates: readonly string[];
  readonly role: PlaceRole | undefined;
  /** Set where the person goes there as well: "回河南老家" is hukou and the way back. */
  readonly towards: boolean;
  readonly at: number;
}

interface KnownPlace {
  readonly region: string | undefined;
  readonly city?: string;
  readonly candidates: readonly string[];
  /** A city in letters: "yiyang" is also pinyin for 一样, so it needs a capital or a cue ("from yiyang"). */
  readonly inLetters?: boolean | undefined;
}

export type FindPlaces = (text: string) => FoundPlace[];

/** Names of one character (京, 沪) are too short to stand alone; between two others they are caught by their cue. */
const LEAST_NAME = 2;

/** Builds the finder once for an edition. */
export function createPlaceFinder(edition: Edition): FindPlaces {
  const known = collectNames(edition);
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escapeRegExp).join('|'), 'gi');
  const cues = edition.cues.places;
  return (text) => {
    const found: FoundPlace[] = [];
    // A cue serves one place: in "湖南户口，广东…" the 户口 is used up before 广东 comes.
    let usedUntil = 0;
    for (const match of text.matchAll(pattern)) {
      const place = known.get(match[0].toLowerCase());
      if (!place || isInsideWord(text, match.index, match[0])) continue;
      const end = match.index + match[0].length;
      const before = wordsBefore(text, match.index, usedUntil);
      const { role, cue } = roleOf(before, text.slice(end, end + 10), cues);
      if (place.inLetters && role === undefined && !/^[A-Z]/.test(match[0])) continue;
      usedUntil = end + cue;
      found.push({
        name: match[0],
        region: place.region,
        ...(place.city ? { city: place.city } : {}),
        candidates: place.candidates,
        role,
        towards: endsWithCue(before, cues.to.before),
        at: match.index,
      });
    }
    return readTogether(found);
  };
}

/** What one place tells about another: a city after its province is the same place; before a destination stands an origin. */
function readTogether(found: readonly FoundPlace[]): FoundPlace[] {
  const apart = found.filter((place, index) => {
    const before = found[index - 1];
    return !(before && before.region === place.region && before.at + before.name.length === place.at);
  });
  return apart.map((place, index) => {
    const leadsOn = apart[index + 1]?.role === 'to' && !apart.some(({ role }) => role === 'from');
    return place.role === undefined && leadsOn ? { ...place, role: 'from' as const } : place;
  });
}

function collectNames(edition: Edition): Map<string, KnownPlace> {
  const known = new Map<string, KnownPlace>();
  const add = (name: string, place: KnownPlace) => {
    for (const spelling of [name, toTraditional(edition, name)]) {
      const key = spelling.toLowerCase();
      if (key.length < LEAST_NAME) continue;
      const first = known.get(key);
      if (!first) known.set(key, place);
      else if (first.region !== place.region && first.region !== undefined && place.region !== undefined)
        known.set(key, { region: undefined, candidates: [first.region, place.region], inLetters: place.inLetters });
    }
  };
  for (const region of edition.regions.values()) {
    const place: KnownPlace = { region: region.id, candidates: [] };
    for (const name of [
      region.zh_hans.short,
      region.zh_hans.full,
      region.zh_hant.short,
      region.en,
      region.id,
      ...region.aliases,
    ])
      add(name, place);
  }
  for (const region of edition.regions.values())
    for (const city of region.cities)
      for (const name of [city.short, city.name, ...(city.aliases ?? [])])
        add(name, { region: region.id, city: city.code, candidates: [] });
  for (const region of edition.regions.values())
    for (const city of region.cities)
      if (city.en) add(city.en, { region: region.id, city: city.code, candidates: [], inLetters: true });
  // A note about names that merely sound alike ("抚州 / 福州") is about speech; in writing each is clear.
  for (const { names, candidates } of edition.ambiguousPlaces)
    if (candidates.length > 1)
      for (const name of names) {
        const written = known.get(name.toLowerCase());
        if (!written || names.length === 1) known.set(name.toLowerCase(), { region: undefined, candidates });
      }
  return known;
}

/** An English name must stand as a word: "Hebei" is no part of another. */
function isInsideWord(text: string, at: number, name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  return /[a-z]/i.test(text[at - 1] ?? '') || /[a-z]/i.test(text[at + name.length] ?? '');
}

/** The most specific cue wins: hukou before direction before work, since 在 and 到 stand almost everywhere. */
const ROLES = ['hukou', 'from', 'to', 'work'] as const;

/** @returns the role, and how many characters behind the name it took for it */
function roleOf(
  before: string,
  behind: string,
  cues: CuesFile['places'],
): { readonly role: PlaceRole | undefined; readonly cue: number } {
  const after = behind.replace(/^(?:省|市|那边|这边|那里)+/, '').toLowerCase();
  const skipped = behind.length - after.length;
  for (const role of ROLES) {
    const follows = cues[role].after.find((cue) => after.startsWith(cue));
    if (follows !== undefined) {
      // "我在河南人…" aside, what follows is the surer sign, unless an explicit 户口 or 从 stands before.
      if (role !== 'work' || !endsWithCue(before, cues.to.before))
        return { role, cue: role === 'hukou' ? skipped + follows.length : 0 };
    }
    if (endsWithCue(before, cues[role].before)) return { role, cue: 0 };
  }
  return { role: undefined, cue: 0 };
}

/** @param from what stands before that belongs to another place */
function wordsBefore(text: string, at: number, from: number): string {
  return text
    .slice(Math.max(from, at - 14), at)
    .replace(/[\s，,:：]+$/, '')
    .toLowerCase();
}

function endsWithCue(before: string, cues: readonly string[]): boolean {
  return cues.some((cue) => before.endsWith(cue));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
