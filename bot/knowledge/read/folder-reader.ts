/**
 * The files of a knowledge folder in their shapes, with every problem on the way. Read again, a file with the same bytes
 * gives the same object: of two hundred files one has changed, and parsing is nearly all of the time.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { checkShape } from './check-shape.ts';
import type { Filed } from './edition-files.ts';
import type { Problem } from './problem.ts';
import { YamlFile } from './yaml-file.ts';

export interface FolderReader {
  /** @returns undefined for a file that can't be used; why stands in the problems */
  readonly read: <S extends z.ZodType>(name: string, schema: S) => Filed<z.infer<S>> | undefined;
  /** The YAML files of a folder, by name. */
  readonly readAll: <S extends z.ZodType>(folder: string, schema: S) => Filed<z.infer<S>>[];
  /** Problems since the last call. */
  readonly takeProblems: () => Problem[];
  /** After a reading: lets go what is only needed to show places, and files that are no more. */
  readonly rest: () => void;
}

interface KeptFile {
  /** Of the bytes: they themselves would be held a second time. */
  readonly digest: string;
  readonly schema: z.ZodType;
  readonly filed: Filed<unknown>;
}

export function createFolderReader(root: string): FolderReader {
  let kept = new Map<string, KeptFile>();
  let seen = new Map<string, KeptFile>();
  let problems: Problem[] = [];

  const read = <S extends z.ZodType>(name: string, schema: S): Filed<z.infer<S>> | undefined => {
    const file = path.join(root, name);
    const shown = path.relative(process.cwd(), file);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      problems.push(unreadable(shown, error));
      return undefined;
    }
    const digest = createHash('sha256').update(bytes).digest('base64');
    const known = kept.get(name);
    if (known?.digest === digest && known.schema === schema) {
      seen.set(name, known);
      // Kept under this very schema.
      return known.filed as Filed<z.infer<S>>;
    }
    const yaml = new YamlFile(shown, bytes);
    const shaped = checkShape(yaml, schema);
    problems.push(...shaped.problems);
    if (!('value' in shaped)) return undefined;
    const filed = { yaml, value: shaped.value };
    seen.set(name, { digest, schema, filed });
    return filed;
  };

  return {
    read,
    readAll: (folder, schema) => {
      const at = path.join(root, folder);
      if (!existsSync(at)) return [];
      return readdirSync(at, { withFileTypes: true })
        .filter((item) => item.isFile() && item.name.endsWith('.yaml'))
        .map((item) => item.name)
        .sort()
        .flatMap((name) => read(path.join(folder, name), schema) ?? []);
    },
    takeProblems: () => {
      const taken = problems;
      problems = [];
      return taken;
    },
    rest: () => {
      for (const { filed } of seen.values()) filed.yaml.letGo();
      kept = seen;
      seen = new Map();
    },
  };
}

function unreadable(file: string, error: unknown): Problem {
  const what = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable', severity: 'error', file, line: 1, column: 1, excerpt: '', facts: { what } };
}
