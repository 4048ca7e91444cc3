/** Days: real ones, in order, without gap or overlap; sources and parameters in force when they are used. */
import { Temporal } from 'temporal-polyfill';
import { holdsOn } from '../edition.ts';
import { holesIn } from '../fill-parameters.ts';
import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import type { KeyPath, YamlFile } from '../read/yaml-file.ts';
import { perEntry } from './per-entry.ts';
import { textsOf } from './walk-texts.ts';

interface Period {
  readonly from: string;
  readonly until?: string | undefined;
}

export function checkPeriods(files: EditionFiles): Problem[] {
  const problems: Problem[] = files.entries.flatMap(daysOfEntry);
  for (const [n, parameter] of files.parameters.value.parameters.entries())
    problems.push(
      ...checkSequence(files.parameters.yaml, parameter.values, ['parameters', n, 'values'], { gaps: false }),
    );
  for (const [n, source] of files.sources.value.sources.entries())
    problems.push(...checkDays(files.sources.yaml, source, ['sources', n]));
  return [...problems, ...checkInForce(files)];
}

const daysOfEntry = perEntry(({ yaml, value: entry }) => {
  const problems = checkSequence(yaml, entry.versions, ['versions'], { gaps: true });
  for (const [v, version] of entry.versions.entries())
    for (const list of ['points', 'exceptions', 'steps'] as const)
      for (const [n, point] of (version[list] ?? []).entries()) {
        const path: KeyPath = ['versions', v, list, n];
        for (const key of ['from', 'until'] as const) {
          const day = point[key];
          if (day === undefined) continue;
          if (!isDay(day)) problems.push(yaml.problem('no-such-day', [...path, key], { day }));
          else if (!holdsOn(version, day))
            problems.push(yaml.problem('point-outside-version', [...path, key], { day }));
        }
      }
  return problems;
});

function isDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function checkDays(yaml: YamlFile, period: Period, path: KeyPath): Problem[] {
  const wrong = (['from', 'until'] as const).filter((key) => period[key] !== undefined && !isDay(period[key]));
  if (wrong.length > 0)
    return wrong.map((key) => yaml.problem('no-such-day', [...path, key], { day: period[key] ?? '' }));
  if (period.until !== undefined && period.until < period.from)
    return [yaml.problem('period-reversed', [...path, 'until'], { from: period.from, until: period.until })];
  return [];
}

/** One after the other: the next begins the day after the last one ends, and only the last may stay open. */
function checkSequence(
  yaml: YamlFile,
  periods: readonly Period[],
  path: KeyPath,
  { gaps }: { gaps: boolean },
): Problem[] {
  const days = periods.flatMap((period, n) => checkDays(yaml, period, [...path, n]));
  if (days.length > 0) return days;
  return periods.slice(1).flatMap((period, index) => {
    const before = periods[index];
    const at: KeyPath = [...path, index + 1, 'from'];
    if (!before) return [];
    if (before.until === undefined) return [yaml.problem('period-open', [...path, index], { from: period.from })];
    if (period.from <= before.until)
      return [yaml.problem('period-overlap', at, { from: period.from, until: before.until })];
    const next = Temporal.PlainDate.from(before.until).add({ days: 1 }).toString();
    if (gaps && period.from !== next) return [yaml.problem('period-gap', at, { from: period.from, expected: next })];
    return [];
  });
}

/** A text may not cite a document or use a parameter that isn't in force on the first day the text is shown. */
function checkInForce(files: EditionFiles): Problem[] {
  const sources = new Map(files.sources.value.sources.map((source) => [source.id, source]));
  const parameters = new Map(files.parameters.value.parameters.map((parameter) => [parameter.id, parameter]));
  const problems: Problem[] = [];
  for (const { yaml, value: entry } of files.entries) {
    const checkSource = (ref: string, from: string, path: KeyPath) => {
      const source = sources.get(ref.split('#')[0] ?? '');
      if (source && !holdsOn(source, from))
        problems.push(yaml.problem('source-not-in-force', path, { id: source.id, day: from }));
    };
    for (const [v, version] of entry.versions.entries()) {
      for (const [n, ref] of version.sources.entries()) checkSource(ref, version.from, ['versions', v, 'sources', n]);
      for (const list of ['points', 'exceptions', 'steps'] as const)
        for (const [p, point] of (version[list] ?? []).entries())
          for (const [n, ref] of (point.sources ?? []).entries())
            checkSource(ref, point.from ?? version.from, ['versions', v, list, p, 'sources', n]);
    }
    for (const { text, path, from, role } of textsOf(entry)) {
      if (role === 'staff' || role === 'question' || from === undefined) continue;
      const holes = Object.values(text).flatMap((words) => holesIn(words ?? ''));
      const used = new Map(holes.map(({ id, day = from }) => [`${id}@${day}`, { id, day }]));
      for (const { id, day } of used.values()) {
        const parameter = parameters.get(id);
        if (parameter && !parameter.values.some((value) => holdsOn(value, day)))
          problems.push(yaml.problem('parameter-not-in-force', path, { id, day }));
      }
    }
  }
  return problems;
}
