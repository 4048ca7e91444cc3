/** Lengths of time in a message, as months: "11年", "10年3个月", "11年半", "126个月", "2 years and 3 months". */
export interface Duration {
  readonly months: number;
  readonly at: number;
  readonly end: number;
}

const CHINESE =
  /(?<years>\d{1,4}(?:\.\d+)?)\s*年\s*(?<half>半)?(?:多|又|带)?\s*(?:(?<rest>\d{1,3})\s*个\s*月)?|(?<months>\d{1,5}(?:\.\d+)?)\s*个?\s*月|(?<halfYear>半年)/g;
const ENGLISH =
  /(?<years>\d{1,4}(?:\.\d+)?)(?<half>\s*(?:and\s+a\s+half|½))?\s*(?:years?|yrs?)\b(?:\s*(?:and|,)?\s*(?<rest>\d{1,3})\s*(?:months?|mos?)\b)?|(?<months>\d{1,5}(?:\.\d+)?)\s*(?:months?|mos?)\b|(?<halfYear>half\s+a\s+year)/g;

/** What follows a point in time, not a length of it: "83年生", "3年前", "40 years old". */
const NO_LENGTH = /^\s*(?:生|出生|开始|起|初|底|末|以?前|之前|份|old\b|ago\b|-old)/;
/** Nobody has paid for longer by this writing; without a word of paying before it, it is a year of birth. */
const TWO_DIGIT_YEAR = 50;

/** @param text in figures (write-digits.ts) */
export function readDurations(text: string): Duration[] {
  return [...text.matchAll(CHINESE), ...text.matchAll(ENGLISH)].flatMap((match) => durationOf(match, text));
}

function durationOf(match: RegExpMatchArray, text: string): Duration[] {
  const { years, half, rest, months, halfYear } = match.groups ?? {};
  const at = match.index ?? 0;
  const end = at + match[0].length;
  if (NO_LENGTH.test(text.slice(end)) || /[\d.]$/.test(text.slice(0, at))) return [];
  const give = (count: number): Duration[] => [{ months: count, at, end }];
  if (halfYear !== undefined) return give(6);
  if (months !== undefined) {
    const counted = match[0].includes('个') || /[a-z]/.test(match[0]);
    if (!counted && /年\s*$/.test(text.slice(0, at))) return [];
    // "5月" is May; "126月" can only be a number of months.
    return counted || Number(months) > 12 ? give(Number(months)) : [];
  }
  const count = Number(years);
  const paying = /(?:缴|交|保|了|paid|pay|for)\s*$/.test(text.slice(0, at));
  const isYear = years?.startsWith('0') || (count >= 1900 && count < 2100);
  if (isYear || (count >= TWO_DIGIT_YEAR && count < 100 && !paying)) return [];
  return give(Math.round(count * 12) + (half === undefined ? 0 : 6) + Number(rest ?? 0));
}
