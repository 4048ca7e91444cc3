/** Anything at all → the input of a case in its type, or every problem at once. Never throws for what was given. */
import type { z } from 'zod';
import { type Edition, nearestName } from '../knowledge/index.ts';
import { type InputProblem, inputProblem } from './case-input-error.ts';
import { DAY, MONTH_OR_DAY, REGION_FIELDS } from './fields.ts';
import { findRegion } from './find-region.ts';
import { existsDay } from './months.ts';
import { PLAUSIBLE } from './plausible.ts';

export type InputReading<I> =
  | { readonly input: I; readonly problems: readonly [] }
  | { readonly problems: readonly InputProblem[] };

/** @param schema a strict object @param given parsed JSON, a form, whatever came */
export function readInput<I>(
  edition: Edition,
  schema: z.ZodType<I>,
  known: readonly string[],
  given: unknown,
): InputReading<I> {
  const problems: InputProblem[] = [];
  const named = nameRegions(edition, given, [], problems);
  const parsed = schema.safeParse(named);
  if (!parsed.success) problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(issue, named, known)));
  problems.push(...missingDays(named, []));
  if (problems.length > 0 || !parsed.success) return { problems: eachOnce(problems) };
  return { input: parsed.data, problems: [] };
}

/** `['stays', 1, 'months']` → `stays[1].months`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, at) => (typeof at === 'number' ? `${name}[${at}]` : name ? `${name}.${String(at)}` : String(at)),
    '',
  );
}

/** A copy with every region as its id; unknown ones are noted and left. */
function nameRegions(
  edition: Edition,
  value: unknown,
  path: readonly PropertyKey[],
  problems: InputProblem[],
): unknown {
  if (path.length > 4) return value;
  if (Array.isArray(value)) {
    return value
      .slice(0, PLAUSIBLE.mostItems + 1)
      .map((item, index) => nameRegions(edition, item, [...path, index], problems));
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, nameRegions(edition, item, [...path, key], problems)]),
    );
  }
  if (typeof value !== 'string' || !REGION_FIELDS.has(String(path.at(-1)))) return value;
  const found = findRegion(edition, value);
  if ('id' in found) return found.id;
  problems.push(
    inputProblem(fieldName(path), 'unknown-region', {
      given: value.slice(0, 40),
      nearest: found.nearest,
      ...(found.nearest ? { nearestRegion: found.nearest } : {}),
    }),
  );
  return value;
}

/** Texts that have the shape of a day which the calendar hasn't, wherever they stand. */
function missingDays(value: unknown, path: readonly PropertyKey[]): InputProblem[] {
  if (path.length > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => missingDays(item, [...path, index]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => missingDays(item, [...path, key]));
  if (typeof value !== 'string' || !DAY.test(value) || existsDay(value)) return [];
  return [inputProblem(fieldName(path), 'no-such-day', { given: value })];
}

function problemsOf(issue: z.core.$ZodIssue, given: unknown, known: readonly string[]): InputProblem[] {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      inputProblem(fieldName([...issue.path, key]), 'unknown-field', {
        given: key.slice(0, 40),
        nearest: nearestName(key.slice(0, 40), known),
      }),
    );
  }
  const value = valueAt(given, issue.path);
  if (value === undefined || value === null) return [inputProblem(field, 'missing')];
  return [problemOf(issue, field, value)];
}

function problemOf(issue: z.core.$ZodIssue, field: string, value: unknown): InputProblem {
  const shown = typeof value === 'object' ? '' : String(value).slice(0, 40);
  switch (issue.code) {
    case 'invalid_value':
      return inputProblem(field, 'wrong-choice', { given: shown, known: issue.values.map(String).join(', ') });
    case 'invalid_format':
      if (issue.pattern === String(MONTH_OR_DAY)) return monthProblem(field, shown);
      if (issue.pattern === String(DAY)) return dayProblem(field, shown);
      return amountProblem(field, value, shown);
    case 'invalid_union':
      return amountProblem(field, value, shown);
    case 'too_small':
      if (Array.isArray(value)) return inputProblem(field, 'too-few-items', { least: Number(issue.minimum) });
      if (typeof value === 'number' && value < 0) return inputProblem(field, 'negative', { given: shown });
      return inputProblem(field, 'too-small', { given: shown, least: Number(issue.minimum) });
    case 'too_big':
      if (Array.isArray(value)) return inputProblem(field, 'too-many-items', { most: Number(issue.maximum) });
      if (typeof value === 'number' && !Number.isInteger(value))
        return inputProblem(field, 'not-whole', { given: shown });
      if (Number(issue.maximum) === PLAUSIBLE.mostMonths) return tooManyMonths(field, Number(value));
      return inputProblem(field, 'too-large', { given: shown, most: Number(issue.maximum) });
    default:
      if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value))
        return inputProblem(field, 'not-whole', { given: shown });
      return inputProblem(field, 'wrong-type', {
        given: shown,
        expected: 'expected' in issue ? String(issue.expected) : '',
      });
  }
}

/** "600 years": said with the years it would make. */
export function tooManyMonths(field: string, months: number): InputProblem {
  return inputProblem(field, 'too-many-months', {
    given: months,
    givenYears: Math.floor(months / 12),
    mostMonths: PLAUSIBLE.mostMonths,
  });
}

function monthProblem(field: string, given: string): InputProblem {
  const parts = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(given);
  const month = Number(parts?.[2]);
  if (parts && (month < 1 || month > 12)) return inputProblem(field, 'no-such-month', { given, number: month });
  return inputProblem(field, parts?.[3] ? 'no-such-day' : 'bad-month', { given });
}

function dayProblem(field: string, given: string): InputProblem {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given);
  const month = Number(parts?.[2]);
  if (parts && (month < 1 || month > 12)) return inputProblem(field, 'no-such-month', { given, number: month });
  const day = Number(parts?.[3]);
  return inputProblem(field, parts && (day < 1 || day > 31) ? 'no-such-day' : 'bad-day', { given });
}

function amountProblem(field: string, value: unknown, given: string): InputProblem {
  const amount = Number(value);
  if (amount < 0) return inputProblem(field, 'negative', { given });
  if (amount > PLAUSIBLE.mostYuan) return inputProblem(field, 'too-large', { given, most: PLAUSIBLE.mostYuan });
  return inputProblem(field, 'not-an-amount', { given });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A union of forms reports the same field several times; a person hears it once. */
function eachOnce(problems: readonly InputProblem[]): InputProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ field }) => !seen.has(field) && seen.add(field));
}
