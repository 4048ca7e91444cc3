/**
 * What a story tells besides its words: how old, how long, how many provinces, the same one again. "苏州跳到徐州" and
 * "广州换佛山" share no word, but both stay within a province; "52岁" and "男的54了" both lie beyond fifty. The classifier
 * learns what each means for the question; nothing is decided here.
 */

export interface SituationSource {
  /** Numbers with their measure: "52岁", "8年", "1998". */
  readonly numbers: readonly string[];
  /** Regions of the places named, in order, a province as often as it is named. */
  readonly regions: readonly string[];
  /** Names of places as written, in order. */
  readonly places: readonly string[];
  /** Simplified text. */
  readonly plain: string;
}

/** Bounds between which an age, a span or a year makes no difference to any entry. */
const AGE_BOUNDS = [40, 50, 55, 60] as const;
const SPAN_BOUNDS = [5, 10, 15, 20] as const;
const YEAR_BOUNDS = [1970, 1986, 1998, 2010, 2014, 2025, 2030] as const;

const FEMALE = /女|妈|娘|姐|妹|婆|姑|姨|媳|嫂|奶|太太|woman|female|wife|mother|sister|\bmom\b|\bshe\b/;
const MALE = /男|爸|爹|哥|弟|叔|舅|公公|爷|\bman\b|\bmale\b|husband|father|brother|\bdad\b|\bhe\b/;

/** @returns names of what was found, for features */
export function readSituation({ numbers, regions, places, plain }: SituationSource): string[] {
  const found: string[] = [];
  const { ages, spans, years } = sortNumbers(numbers);
  const sex = FEMALE.test(plain) ? 'female' : MALE.test(plain) ? 'male' : 'person';
  for (const age of ages) found.push(`age ${bucket(age, AGE_BOUNDS)}`, `${sex} age ${bucket(age, AGE_BOUNDS)}`);
  for (const year of years) found.push(`year ${bucket(year, YEAR_BOUNDS)}`);
  if (spans.length > 0) {
    const most = Math.max(...spans);
    const sum = spans.reduce((all, span) => all + span, 0);
    found.push(`longest ${bucket(most, SPAN_BOUNDS)}`, `spans ${Math.min(4, spans.length)}`);
    if (spans.length > 1)
      found.push(`several, longest ${bucket(most, SPAN_BOUNDS)}`, `together ${bucket(sum, SPAN_BOUNDS)}`);
  }
  found.push(...comparePlaces(regions, places));
  return found;
}

function comparePlaces(regions: readonly string[], places: readonly string[]): string[] {
  if (regions.length === 0) return [];
  const distinct = new Set(regions).size;
  const found = [`provinces ${Math.min(4, distinct)}`];
  if (distinct === 1 && new Set(places).size > 1) found.push('one province, several cities');
  if (regions.length > 1 && regions.at(-1) === regions[0])
    found.push(distinct > 1 ? 'back to the first' : 'one province');
  if (distinct > 1 && regions.at(-1) !== regions[0]) found.push('elsewhere');
  return found;
}

function sortNumbers(numbers: readonly string[]): { ages: number[]; spans: number[]; years: number[] } {
  const ages: number[] = [];
  const spans: number[] = [];
  const years: number[] = [];
  for (const written of numbers) {
    const value = Number.parseFloat(written);
    const measure = written.replace(/^[\d.,]+/, '');
    if (Number.isNaN(value)) continue;
    if (value >= 1940 && value <= 2060) years.push(value);
    else if (measure === '年' && value >= 60) years.push(1900 + value);
    else if (measure === '年' && value <= 45) spans.push(value);
    else if (measure === '个月' || measure === '月') {
      if (value > 12) spans.push(value / 12);
    } else if ((measure === '岁' || measure === '') && value >= 16 && value <= 75) ages.push(value);
  }
  return { ages, spans, years };
}

/** "<40", "40–49", "60+". */
function bucket(value: number, bounds: readonly number[]): string {
  const at = bounds.findIndex((bound) => value < bound);
  if (at === 0) return `<${bounds[0]}`;
  if (at < 0) return `${bounds.at(-1)}+`;
  return `${bounds[at - 1]}–${(bounds[at] ?? 0) - 1}`;
}
