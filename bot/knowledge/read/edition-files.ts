/** Everything a knowledge folder holds, each value with its file: what the checks between files look at. */
import type { z } from 'zod';
import type { AskedKind } from '../edition.ts';
import type { CuesFile } from '../schema/cues.ts';
import type {
  AskedFile,
  GlossaryFile,
  Manifest,
  NeighboursFile,
  ParametersFile,
  SourcesFile,
  SynonymsFile,
  TraditionalFile,
} from '../schema/edition-files.ts';
import type { Entry } from '../schema/entry.ts';
import type { RegionsFile } from '../schema/regions.ts';
import type { YamlFile } from './yaml-file.ts';

/** A file's value with the file it came from, for checks that need to point at a place. */
export interface Filed<T> {
  readonly yaml: YamlFile;
  readonly value: T;
}

/** Everything read, before what holds between files is checked. */
export interface EditionFiles {
  readonly manifest: Filed<Manifest>;
  readonly sources: Filed<z.infer<typeof SourcesFile>>;
  readonly parameters: Filed<z.infer<typeof ParametersFile>>;
  readonly regions: Filed<z.infer<typeof RegionsFile>>;
  readonly glossary: Filed<z.infer<typeof GlossaryFile>>;
  readonly synonyms: Filed<SynonymsFile>;
  readonly neighbours: Filed<z.infer<typeof NeighboursFile>>;
  readonly cues: Filed<CuesFile>;
  readonly traditional: Filed<z.infer<typeof TraditionalFile>>;
  readonly entries: readonly Filed<Entry>[];
  readonly asked: readonly (Filed<AskedFile> & { readonly kind: AskedKind })[];
}
