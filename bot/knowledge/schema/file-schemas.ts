/** Which definition belongs to which file; the name is that of the published JSON Schema. */
import type { z } from 'zod';
import { CuesFile } from './cues.ts';
import {
  AskedFile,
  GlossaryFile,
  Manifest,
  NeighboursFile,
  ParametersFile,
  SourcesFile,
  SynonymsFile,
  TermsOfArtFile,
  TraditionalFile,
} from './edition-files.ts';
import { Entry } from './entry.ts';

export const FILE_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  edition: Manifest,
  sources: SourcesFile,
  parameters: ParametersFile,
  glossary: GlossaryFile,
  'terms-of-art': TermsOfArtFile,
  synonyms: SynonymsFile,
  neighbours: NeighboursFile,
  cues: CuesFile,
  traditional: TraditionalFile,
  entry: Entry,
  asked: AskedFile,
};
