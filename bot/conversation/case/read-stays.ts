/** Where somebody paid and for how long: "广东缴了11年浙江2年", "11 years in Guangdong and 2 in Zhejiang". */
import type { FindPlaces, FoundPlace } from '../../matching/index.ts';
import type { Stay } from './facts.ts';
import { type Duration, readDurations } from './read-durations.ts';

export interface ReadStays {
  /** In the order they were said. */
  readonly stays: readonly Stay[];
  /** Months without a place, together: "一共缴了12年". */
  readonly months?: number;
  /** Provinces without months, when nothing but places was said. */
  readonly regions: readonly string[];
  /** A name that several places share. */
  readonly unclear?: FoundPlace;
}

const PAYING = /缴|交|参保|社保|养老|paid|pay|contribut|insured/;
/** Work or a break is no contribution, however long. */
const NOT_PAYING = /干|打工|上班|工作|做|住|待|呆|断|停|没|欠|work|live|stay|break|gap|stopp/;
const FOLLOWS = /^\s*(?:的?社?保?(?:都|是)?在|(?:of\s+\w+\s+)?(?:in|at))\s*(?:the\s+)?$/;

/** @param text in figures */
export function readStays(text: string, findPlaces: FindPlaces): ReadStays {
  const places = findPlaces(text);
  const durations = [...readDurations(text), ...bareNumbersIn(text, places)].sort((a, b) => a.at - b.at);
  const used = new Set<Duration>();
  const found: { at: number; stay: Stay }[] = [];
  let unclear: FoundPlace | undefined;
  const pair = (place: FoundPlace, duration: Duration) => {
    used.add(duration);
    if (place.region === undefined) unclear = place;
    else
      found.push({
        at: Math.min(place.at, duration.at),
        stay: stayOf(place.region, duration.months, text.slice(Math.max(duration.end, endOf(place)))),
      });
  };
  // "11 years in Guangdong": the place stands behind.
  for (const duration of durations) {
    const place = places.find((one) => one.at >= duration.end && FOLLOWS.test(text.slice(duration.end, one.at)));
    if (place) pair(place, duration);
  }
  // "广东缴了11年": it stands before, with no other place or length in between.
  places.forEach((place, index) => {
    const duration = durations.find(
      (one) => !used.has(one) && one.at >= endOf(place) && one.at < (places[index + 1]?.at ?? Infinity),
    );
    if (duration && isOfPlace(place, duration, text)) pair(place, duration);
  });
  const stays = found.sort((a, b) => a.at - b.at).map(({ stay }) => stay);
  const left = durations.filter((one) => !used.has(one) && isPaying(text, one));
  const regions = durations.length > 0 ? [] : places.flatMap(({ region }) => region ?? []);
  return {
    stays,
    ...(left.length > 0 ? { months: left.reduce((sum, one) => sum + one.months, 0) } : {}),
    regions: [...new Set(regions)],
    ...(unclear ? { unclear } : {}),
  };
}

/** "11 years in Guangdong and 2 in Zhejiang": the unit isn't said again. */
function bareNumbersIn(text: string, places: readonly FoundPlace[]): Duration[] {
  const unit = /years?\s+in/.test(text) ? 12 : /months?\s+in/.test(text) ? 1 : 0;
  if (unit === 0) return [];
  return [...text.matchAll(/\b(\d{1,3})\s+in\s+/g)].flatMap((match) => {
    const at = match.index;
    const digits = match[1] ?? '';
    const named = places.some((place) => place.at === at + match[0].length);
    return named ? [{ months: Number(digits) * unit, at, end: at + digits.length }] : [];
  });
}

function isOfPlace(place: FoundPlace, duration: Duration, text: string): boolean {
  const between = text.slice(endOf(place), duration.at);
  if (NOT_PAYING.test(between) && !PAYING.test(between)) return false;
  // In English the verb stands before the place: "I worked in Guangdong for 8 years".
  const clause =
    text
      .slice(0, place.at)
      .split(/[,，.。;；]/)
      .at(-1) ?? '';
  if (/\b(?:work|live|stay)/.test(clause) && !PAYING.test(clause)) return false;
  // "湖南户口，缴了11年": what follows a comma is no longer about the hukou place.
  return place.role !== 'hukou' || !/[,，。;；、户籍]/.test(between);
}

function isPaying(text: string, { at }: Duration): boolean {
  const before =
    text
      .slice(Math.max(0, at - 30), at)
      .split(/[,，.。;；]/)
      .at(-1) ?? '';
  return PAYING.test(before) || !NOT_PAYING.test(before);
}

/** @param after what follows place and length */
function stayOf(region: string, months: number, after: string): Stay {
  const temporary = /^[^,，。;；、]{0,4}[(（]?\s*(?:是|的|in a )?\s*(?:临时|temporary)/.test(after);
  return { region, months, ...(temporary ? { temporary } : {}) };
}

function endOf(place: FoundPlace): number {
  return place.at + place.name.length;
}
