/** The address of a case's page with its inputs: fields named as the cases name them (`stays[0].region`). Stores nothing. */
import type { CaseKind } from '../../knowledge/index.ts';

/** @returns `/case/benefit-place?hukou=hunan&stays%5B0%5D.region=…` @param asOf only where it isn't today */
export function caseAddress(kind: CaseKind, input: Readonly<Record<string, unknown>>, asOf?: string): string {
  const query = new URLSearchParams(flat(input, ''));
  if (asOf !== undefined) query.set('asof', asOf);
  const text = query.toString();
  return `/case/${kind}${text ? `?${text}` : ''}`;
}

/** null (no mainland hukou) is written as an empty value. */
function flat(value: unknown, name: string): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => flat(item, `${name}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => flat(item, name ? `${name}.${key}` : key));
  return value === undefined ? [] : [[name, value === null ? '' : String(value)]];
}
