/**
 * The examples, worked out again: every sum with exact arithmetic, every case with the rules of bot/cases.
 * Not part of loading: it takes a calculator that the server has no use for.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { all, create } from 'mathjs';
import { CaseInputError, runCase } from '../../cases/index.ts';
import {
  type Edition,
  type Entry,
  type Example,
  type KeyPath,
  type Problem,
  parameterOn,
  YamlFile,
} from '../../knowledge/index.ts';

const math = create(all ?? {}, { number: 'BigNumber', precision: 40 });

/** @param folder the knowledge folder, to point at the line @returns a problem for each sum or case that doesn't come out */
export function checkExamples(edition: Edition, folder: string): Problem[] {
  return [...edition.entries.values()].flatMap((entry) => {
    const file = path.join(folder, 'entries', `${entry.id}.yaml`);
    const yaml = new YamlFile(path.relative(process.cwd(), file), readFileSync(file));
    return entry.versions.flatMap((version, index) => {
      const at: KeyPath = ['versions', index, 'example'];
      if (!version.example) return [];
      return [
        ...checkSums(edition, yaml, version.example, version.from, at),
        ...checkCase(edition, yaml, entry, index, at),
      ];
    });
  });
}

function checkSums(edition: Edition, yaml: YamlFile, example: Example, day: string, at: KeyPath): Problem[] {
  return (example.sums ?? []).flatMap((sum, n) => {
    const [left = '', right = ''] = sum.split('=').map((side) => fill(edition, side, day));
    const gives = evaluate(left);
    if (gives === undefined || gives !== evaluate(right))
      return [yaml.problem('sum-wrong', [...at, 'sums', n], { sum, gives: gives ?? '?' })];
    return Object.entries(example.text).flatMap(([language, words]) =>
      mentions(words, right)
        ? []
        : [yaml.problem('sum-not-in-text', [...at, 'text', language], { result: right.trim(), language })],
    );
  });
}

/** A percent parameter counts as a fraction, also when it is followed by a percent sign. */
function fill(edition: Edition, side: string, day: string): string {
  return side.replace(/\{\{\s*([a-z0-9-]+)(?:@([\d-]+))?\s*\}\}%?/g, (_hole, id: string, ownDay?: string) => {
    const value = parameterOn(edition.parameters, id, ownDay ?? day)?.value;
    return edition.parameters.get(id)?.unit === 'percent' ? `(${String(value)}/100)` : String(value);
  });
}

/** @returns the value to the fen, as text; undefined when it is no arithmetic */
function evaluate(expression: string): string | undefined {
  try {
    return math.format(math.round(math.evaluate(expression.replace(/(\d+(?:\.\d+)?)%/g, '($1/100)')), 2), {
      notation: 'fixed',
      precision: 2,
    });
  } catch {
    return undefined;
  }
}

function mentions(words: string, number: string): boolean {
  return words.replace(/[,，\s]/g, '').includes(number.replace(/[\s()]/g, '').replace('/100', '%'));
}

function checkCase(edition: Edition, yaml: YamlFile, entry: Entry, index: number, at: KeyPath): Problem[] {
  const version = entry.versions[index];
  const story = version?.example?.case;
  if (!version || !story) return [];
  // A story is told as of the edition, or of the last day of its version when that is over.
  const asOf =
    version.until !== undefined && version.until < edition.manifest.published
      ? version.until
      : edition.manifest.published;
  try {
    const { result } = runCase(edition, story.kind, story.input, { asOf });
    return differences(result, story.result).map(({ field, gives, says }) =>
      yaml.problem('case-wrong', [...at, 'case'], { field, gives, says }),
    );
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    return error.problems.map((problem) =>
      yaml.problem('case-wrong', [...at, 'case', 'input'], {
        field: problem.field,
        gives: problem.code,
        says: JSON.stringify(story.input),
      }),
    );
  }
}

interface Difference {
  readonly field: string;
  readonly gives: string;
  readonly says: string;
}

/** Everything the story says must be in the result; the result may say more. */
function differences(result: unknown, says: unknown, field = ''): Difference[] {
  if (typeof says !== 'object' || says === null)
    return result === says ? [] : [{ field, gives: JSON.stringify(result), says: JSON.stringify(says) }];
  return Object.entries(says).flatMap(([key, value]) => {
    const inner: unknown =
      typeof result === 'object' && result !== null ? (result as Record<string, unknown>)[key] : undefined;
    return differences(inner, value, field ? `${field}.${key}` : key);
  });
}
