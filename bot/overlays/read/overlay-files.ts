/** An overlay's bytes → its files in their shapes, or every problem of every file at once. */

import type { z } from 'zod';
import { checkShape, nearestName, type Problem, type ProblemCode, YamlFile } from '../../knowledge/index.ts';
import { Addition, DeletionsFile, OverlayManifest, Refinement } from '../schema/overlay-files.ts';
import { type OverlaySource, OWN_FOLDERS } from './overlay-source.ts';

/** A file's value with the file it came from, for checks that point at a place. */
export interface Filed<T> {
  readonly yaml: YamlFile;
  readonly value: T;
}

export interface OverlayFiles {
  readonly source: OverlaySource;
  readonly manifest: Filed<OverlayManifest>;
  readonly additions: readonly Filed<Addition>[];
  readonly deletions: Filed<z.infer<typeof DeletionsFile>> | undefined;
  readonly refinements: readonly Filed<Refinement>[];
}

/** Files that may stand in the folder itself. The contact data of a place are read elsewhere. */
const KNOWN_FILES = ['overlay.yaml', 'deletions.yaml', 'agencies.yaml'];

export interface FilesReading {
  /** Undefined without a usable overlay.yaml. */
  readonly files: OverlayFiles | undefined;
  readonly problems: readonly Problem[];
}

export function readOverlayFiles(source: OverlaySource): FilesReading {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(name: string, schema: S): Filed<z.infer<S>> | undefined => {
    const bytes = source.files.get(name);
    if (!bytes) return undefined;
    const yaml = new YamlFile(`${source.folder}/${name}`, bytes);
    const shaped = checkShape(yaml, schema);
    problems.push(...shaped.problems);
    return 'value' in shaped ? { yaml, value: shaped.value } : undefined;
  };
  const readAll = <S extends z.ZodType>(folder: string, schema: S): Filed<z.infer<S>>[] =>
    [...source.files.keys()]
      .filter((name) => name.startsWith(`${folder}/`) && name.endsWith('.yaml'))
      .flatMap((name) => read(name, schema) ?? []);

  if (!source.files.has('overlay.yaml')) {
    const name = source.region.split('/').at(-1) ?? '';
    // A misspelt folder of a province looks like a city without its file.
    const nearest = source.region.includes('/') ? nearestName(name, OWN_FOLDERS) : '';
    const facts = { region: source.region, nearest };
    return {
      files: undefined,
      problems: [problemOfFile(`${source.folder}/overlay.yaml`, 'overlay-no-manifest', facts)],
    };
  }
  for (const name of source.files.keys()) problems.push(...checkFileName(source, name));
  const manifest = read('overlay.yaml', OverlayManifest);
  const additions = readAll('additions', Addition);
  const deletions = read('deletions.yaml', DeletionsFile);
  const refinements = readAll('refinements', Refinement);
  return { files: manifest ? { source, manifest, additions, deletions, refinements } : undefined, problems };
}

function checkFileName(source: OverlaySource, name: string): Problem[] {
  const file = `${source.folder}/${name}`;
  if (name.includes('/')) {
    return name.endsWith('.yaml')
      ? []
      : [problemOfFile(file, 'overlay-unknown-file', { name, nearest: '', known: name.replace(/\.yml$/, '.yaml') })];
  }
  if (KNOWN_FILES.includes(name)) return [];
  const known = [...KNOWN_FILES, ...OWN_FOLDERS.map((folder) => `${folder}/`)].join(', ');
  return [problemOfFile(file, 'overlay-unknown-file', { name, nearest: nearestName(name, KNOWN_FILES), known })];
}

/** A problem of a file as such: it is shown at its first line. */
export function problemOfFile(file: string, code: ProblemCode, facts: Problem['facts']): Problem {
  return { code, severity: 'error', file, line: 1, column: 1, excerpt: '', facts };
}
