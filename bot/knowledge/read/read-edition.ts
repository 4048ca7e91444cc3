/** Reads a knowledge folder into an `Edition`, or reports every problem of every file at once. */
import { checkEdition } from '../check/check-edition.ts';
import type { Edition } from '../edition.ts';
import { CuesFile } from '../schema/cues.ts';
import {
  AskedFile,
  GlossaryFile,
  Manifest,
  NeighboursFile,
  ParametersFile,
  SourcesFile,
  SynonymsFile,
  TraditionalFile,
} from '../schema/edition-files.ts';
import { Entry } from '../schema/entry.ts';
import { RegionsFile } from '../schema/regions.ts';
import { type Assembled, assembleEdition } from './assemble-edition.ts';
import type { EditionFiles } from './edition-files.ts';
import { createFolderReader, type FolderReader } from './folder-reader.ts';
import { KnowledgeError, type Problem } from './problem.ts';

export interface EditionReading {
  /** Undefined when there is an error. */
  readonly edition: Edition | undefined;
  readonly problems: readonly Problem[];
}

/** @param folder the knowledge folder @returns the edition and every problem; never throws for what a file says. */
export function readEdition(folder: string): EditionReading {
  return createEditionReader(folder)();
}

/** Like `readEdition`, for programs that cannot go on without one. @throws KnowledgeError with every problem */
export function loadEdition(folder: string): Edition {
  const { edition, problems } = readEdition(folder);
  if (!edition) throw new KnowledgeError(problems.filter((problem) => problem.severity === 'error'));
  return edition;
}

/**
 * For a program that reads the same folder again and again. What was read of a file is taken over while its bytes are
 * the same, as the very same objects: whoever builds on a part of the edition can tell that it hasn't changed.
 * @example const read = createEditionReader('knowledge'); const { edition, problems } = read();
 */
export function createEditionReader(folder: string): () => EditionReading {
  const reader = createFolderReader(folder);
  let last: Assembled | undefined;
  return () => {
    const files = readFiles(reader);
    const shape = reader.takeProblems();
    const problems = isComplete(files) ? [...shape, ...checkEdition(files, last?.files)] : shape;
    reader.rest();
    if (!isComplete(files) || problems.some(({ severity }) => severity === 'error'))
      return { edition: undefined, problems };
    last = { files, edition: assembleEdition(files, last) };
    return { edition: last.edition, problems };
  };
}

type SomeFiles = { [K in keyof EditionFiles]: EditionFiles[K] | undefined };

function readFiles(reader: FolderReader): SomeFiles {
  return {
    manifest: reader.read('edition.yaml', Manifest),
    sources: reader.read('sources.yaml', SourcesFile),
    parameters: reader.read('parameters.yaml', ParametersFile),
    regions: reader.read('regions.yaml', RegionsFile),
    glossary: reader.read('glossary.yaml', GlossaryFile),
    synonyms: reader.read('synonyms.yaml', SynonymsFile),
    neighbours: reader.read('neighbours.yaml', NeighboursFile),
    cues: reader.read('cues.yaml', CuesFile),
    traditional: reader.read('traditional.yaml', TraditionalFile),
    entries: reader.readAll('entries', Entry),
    asked: [
      ...reader.readAll('asked', AskedFile).map((filed) => ({ ...filed, kind: 'entry' as const })),
      ...reader.readAll('asked/neighbours', AskedFile).map((filed) => ({ ...filed, kind: 'neighbour' as const })),
      ...reader.readAll('asked/intents', AskedFile).map((filed) => ({ ...filed, kind: 'intent' as const })),
    ],
  };
}

function isComplete(files: SomeFiles): files is EditionFiles {
  return Object.values(files).every((file) => file !== undefined);
}
