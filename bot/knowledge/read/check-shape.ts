/** A parsed file against the one definition of its shape; zod's issues become our problems, at their places. */
import * as z from 'zod';
import { nearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

export type Shaped<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[] };

/** @returns the value in its type, or every problem of the file at once. */
export function checkShape<S extends z.ZodType>(yaml: YamlFile, schema: S): Shaped<z.infer<S>> {
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(yaml, schema, issue)) };
}

function problemsOf(yaml: YamlFile, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        yaml.problem(
          'unknown-key',
          [...path, key],
          { key, nearest: nearestName(key, keysAt(schema, path)), known: keysAt(schema, path).join(', ') },
          { atKey: true },
        ),
      );
    case 'invalid_type':
      return valueAt(yaml.value, path) === undefined
        ? [yaml.problem('missing-key', path, { key: name, expected: issue.expected })]
        : [yaml.problem('wrong-type', path, { key: name, expected: issue.expected })];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const given = valueAt(yaml.value, path);
      if (given === undefined) return [yaml.problem('missing-key', path, { key: name, expected: values.join(' | ') })];
      return [
        yaml.problem('wrong-value', path, {
          key: name,
          given: String(given),
          nearest: nearestName(String(given), values),
          known: values.join(', '),
        }),
      ];
    }
    case 'invalid_format':
      return [
        yaml.problem('wrong-format', path, {
          key: name,
          given: String(valueAt(yaml.value, path)),
          expected: formOf(String(issue.pattern ?? issue.format)) ?? descriptionAt(schema, path),
        }),
      ];
    case 'too_small':
      return [yaml.problem('too-short', path, { key: name, least: Number(issue.minimum) })];
    case 'too_big':
      return [yaml.problem('too-long', path, { key: name, most: Number(issue.maximum) })];
    case 'invalid_key':
      return [yaml.problem('wrong-value', path, { key: name, given: name, nearest: '', known: '' }, { atKey: true })];
    default:
      return [yaml.problem('wrong-value', path, { key: name, given: '', nearest: '', known: issue.message })];
  }
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Follows `path` through the definition, so that a message can name the keys that are permitted there. */
function schemaAt(schema: z.ZodType, path: KeyPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const step of path) {
    at = unwrap(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.ZodType>)[String(step)];
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else if (at instanceof z.ZodRecord) at = at.valueType as z.ZodType;
    else return undefined;
    if (!at) return undefined;
  }
  return unwrap(at);
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodDefault || at instanceof z.ZodNullable)
    at = at.unwrap() as z.ZodType;
  return at;
}

function keysAt(schema: z.ZodType, path: KeyPath): string[] {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function descriptionAt(schema: z.ZodType, path: KeyPath): string {
  return schemaAt(schema, path)?.description ?? '';
}

/** A date is the form most often missed; its pattern would help nobody. */
function formOf(pattern: string): string | undefined {
  return pattern.includes(String.raw`\d{4}-(0[1-9]|1[0-2])-`) ? 'YYYY-MM-DD' : undefined;
}
