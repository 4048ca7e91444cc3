/** Contributions by province: one province is one place, interrupted months add up (规〔2016〕5号 一, calculations §1 ③). */
export interface Stay {
  readonly region: string;
  readonly months: number;
  readonly temporary?: boolean | undefined;
}

export interface Position {
  readonly hukou: string | null;
  readonly relation: string;
  /** Months that count for a province: those of temporary accounts don't (calculations §1 ②). */
  readonly months: ReadonlyMap<string, number>;
  readonly temporaryMonths: ReadonlyMap<string, number>;
  /** Provinces with an ordinary relation, the one paid in last first (calculations §1 ④). */
  readonly latestFirst: readonly string[];
}

export function months(stays: readonly Stay[]): number {
  return stays.reduce((total, stay) => total + stay.months, 0);
}

/**
 * The relation is never where only a temporary account is: it stayed in the last province before (Art. 5(2)).
 * Without `relation` it is taken to be in the last ordinary stay.
 */
export function readPosition(input: {
  readonly hukou: string | null;
  readonly relation?: string | undefined;
  readonly stays: readonly Stay[];
}): Position {
  const ordinary = input.stays.filter((stay) => !stay.temporary);
  const temporary = input.stays.filter((stay) => stay.temporary);
  const monthsOfPlace = totals(ordinary);
  const latestFirst = [...new Set(ordinary.map((stay) => stay.region).reverse())];
  const temporaryOnly = (region: string) =>
    !monthsOfPlace.has(region) && temporary.some((stay) => stay.region === region);
  const last = latestFirst[0] ?? input.stays.at(-1)?.region ?? '';
  const relation =
    input.relation === undefined || (temporaryOnly(input.relation) && latestFirst.length > 0) ? last : input.relation;
  return { hukou: input.hukou, relation, months: monthsOfPlace, temporaryMonths: totals(temporary), latestFirst };
}

/** The position after so many more months in a province, the relation having gone there. */
export function addStay(position: Position, more: Stay): Position {
  return {
    ...position,
    relation: more.region,
    months: new Map([...position.months, [more.region, (position.months.get(more.region) ?? 0) + more.months]]),
    latestFirst: [more.region, ...position.latestFirst.filter((region) => region !== more.region)],
  };
}

function totals(stays: readonly Stay[]): Map<string, number> {
  const byRegion = new Map<string, number>();
  for (const { region, months: more } of stays) byRegion.set(region, (byRegion.get(region) ?? 0) + more);
  return byRegion;
}
