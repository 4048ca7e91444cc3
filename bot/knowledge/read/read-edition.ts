/** Reads a knowledge folder into an `Edition`, or reports every problem of every file at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { checkEdition } from '../check/check-edition.ts';
import type { Asked, AskedKind, Edition } from '../edition.ts';
import type { Language } from '../schema/common.ts';
import { CuesFile } from '../schema/cues.ts';
import {
  AskedFile,
  GlossaryFile,
  Manifest,
  NeighboursFile,
  ParametersFile,
  SourcesFile,
  type Style,
  SynonymsFile,
  TraditionalFile,
} from '../schema/edition-files.ts';
import { Entry } from '../schema/entry.ts';
import { RegionsFile } from '../schema/regions.ts';
import { checkShape } from './check-shape.ts';
import type { EditionFiles, Filed } from './edition-files.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { YamlFile } from './yaml-file.ts';

export interface EditionReading {
  /** Undefined when there is an error. */
  readonly edition: Edition | undefined;
  readonly problems: readonly Problem[];
}

/** @param folder the knowledge folder @returns the edition and every problem; never throws for what a file says. */
export function readEdition(folder: string): EditionReading {
  const reader = new FolderReader(folder);
  const files: { [K in keyof EditionFiles]: EditionFiles[K] | undefined } = {
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
  if (!isComplete(files)) return { edition: undefined, problems: reader.problems };
  const problems = [...reader.problems, ...checkEdition(files)];
  const refused = problems.some((problem) => problem.severity === 'error');
  return { edition: refused ? undefined : assemble(files), problems };
}

/** Like `readEdition`, for programs that cannot go on without one. @throws KnowledgeError with every problem */
export function loadEdition(folder: string): Edition {
  const { edition, problems } = readEdition(folder);
  if (!edition) throw new KnowledgeError(problems.filter((problem) => problem.severity === 'error'));
  return edition;
}

class FolderReader {
  readonly problems: Problem[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read<S extends z.ZodType>(name: string, schema: S): Filed<z.infer<S>> | undefined {
    const file = path.join(this.#folder, name);
    const shown = path.relative(process.cwd(), file);
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      this.problems.push({
        code: 'unreadable',
        severity: 'error',
        file: shown,
        line: 1,
        column: 1,
        excerpt: '',
        facts: { what },
      });
      return undefined;
    }
    const yaml = new YamlFile(shown, bytes);
    const shaped = checkShape(yaml, schema);
    this.problems.push(...shaped.problems);
    return 'value' in shaped ? { yaml, value: shaped.value } : undefined;
  }

  readAll<S extends z.ZodType>(folder: string, schema: S): Filed<z.infer<S>>[] {
    const at = path.join(this.#folder, folder);
    if (!existsSync(at)) return [];
    return readdirSync(at, { withFileTypes: true })
      .filter((item) => item.isFile() && item.name.endsWith('.yaml'))
      .map((item) => item.name)
      .sort()
      .flatMap((name) => this.read(path.join(folder, name), schema) ?? []);
  }
}

function isComplete(files: { [K in keyof EditionFiles]: EditionFiles[K] | undefined }): files is EditionFiles {
  return Object.values(files).every((file) => file !== undefined);
}

function assemble(files: EditionFiles): Edition {
  const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  return {
    manifest: files.manifest.value,
    entries: byId(inReadingOrder(files)),
    sources: byId(files.sources.value.sources),
    parameters: byId(files.parameters.value.parameters),
    regions: byId(files.regions.value.regions),
    ambiguousPlaces: files.regions.value.ambiguous.map(({ text, candidates }) => ({
      names: text.split('/').map((name) => name.trim().replace(/\s*等.*$/, '')),
      candidates,
    })),
    glossary: files.glossary.value.terms,
    synonyms: files.synonyms.value,
    cues: files.cues.value,
    neighbours: byId(files.neighbours.value.neighbours),
    asked: files.asked.flatMap(flattenAsked),
    traditionalOverrides: files.traditional.value.overrides.map(({ from, to }) => [from, to] as const),
  };
}

/** Highlighted items first (the letter heads with one), the other items by number, the rest by topic. */
function inReadingOrder(files: EditionFiles): Entry[] {
  const { attention, topics } = files.manifest.value;
  const rank = (entry: Entry): number => {
    if (entry.item === undefined) return 1000 + topics.findIndex((topic) => topic.id === entry.topic);
    const highlighted = attention.indexOf(entry.item);
    return highlighted >= 0 ? highlighted - attention.length : entry.item;
  };
  return files.entries.map((filed) => filed.value).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

const LANGUAGE_OF_STYLE: Partial<Record<Style, Language>> = { english: 'en', traditional: 'zh-Hant' };

function flattenAsked({ kind, value }: Filed<AskedFile> & { readonly kind: AskedKind }): Asked[] {
  return Object.entries(value.asked).flatMap(([voice, styles]) =>
    (Object.entries(styles) as [Style, string[]][]).flatMap(([style, texts]) =>
      texts.map((text) => ({
        kind,
        of: value.of,
        voice,
        style,
        language: LANGUAGE_OF_STYLE[style] ?? 'zh-CN',
        text,
      })),
    ),
  );
}
