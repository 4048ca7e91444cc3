/**
 * The edition in memory: everything under knowledge/ but the overlays, checked and frozen.
 * Everything downstream takes it as a value; nothing reads a file again.
 */
import type { Language } from './schema/common.ts';
import type { CuesFile } from './schema/cues.ts';
import type {
  GlossaryTerm,
  Manifest,
  Neighbour,
  Parameter,
  SourceDocument,
  Style,
  SynonymsFile,
} from './schema/edition-files.ts';
import type { Entry } from './schema/entry.ts';
import type { Region } from './schema/regions.ts';

/** What a way of asking belongs to. */
export type AskedKind = 'entry' | 'neighbour' | 'intent';

/** One way of asking, with who wrote it and how it is said. */
export interface Asked {
  readonly kind: AskedKind;
  /** entry, neighbour or intent id */
  readonly of: string;
  readonly voice: string;
  readonly style: Style;
  readonly language: Language;
  readonly text: string;
}

/** Names that several places share: asked back, never guessed. */
export interface AmbiguousPlace {
  readonly names: readonly string[];
  readonly candidates: readonly string[];
}

export interface Edition {
  readonly manifest: Manifest;
  /** In order: highlighted items first, then the other items by number, then the rest by topic. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sources: ReadonlyMap<string, SourceDocument>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly ambiguousPlaces: readonly AmbiguousPlace[];
  readonly glossary: readonly GlossaryTerm[];
  readonly synonyms: SynonymsFile;
  readonly cues: CuesFile;
  readonly neighbours: ReadonlyMap<string, Neighbour>;
  readonly asked: readonly Asked[];
  /** zh-Hant words that the converter would get wrong: [converted from, wanted]. */
  readonly traditionalOverrides: readonly (readonly [string, string])[];
}

/** Whether something with these days holds on `day` (ISO dates compare as text). */
export function holdsOn(period: { from?: string | undefined; until?: string | undefined }, day: string): boolean {
  return (period.from === undefined || period.from <= day) && (period.until === undefined || day <= period.until);
}
