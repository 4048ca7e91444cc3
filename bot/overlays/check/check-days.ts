/** Days of local changes: real ones, the first before the last. */
import type { KeyPath, Problem, YamlFile } from '../../knowledge/index.ts';
import { isDay } from '../period.ts';

/** @param days the fields to look at, by key */
export function checkDays(
  yaml: YamlFile,
  path: KeyPath,
  days: { readonly from?: string | undefined; readonly until?: string | undefined; readonly when?: string | undefined },
): Problem[] {
  const wrong = (['when', 'from', 'until'] as const).flatMap((key) => {
    const day = days[key];
    return day === undefined || isDay(day) ? [] : [yaml.problem('no-such-day', [...path, key], { day })];
  });
  if (wrong.length > 0) return wrong;
  const from = days.from ?? days.when;
  if (days.until !== undefined && from !== undefined && days.until < from)
    return [yaml.problem('period-reversed', [...path, 'until'], { from, until: days.until })];
  return [];
}
