/** Checked files → the edition. A part whose file hasn't changed since the last one is the very same object again. */
import type { Asked, AskedKind, Edition } from '../edition.ts';
import type { Language } from '../schema/common.ts';
import type { AskedFile, Style } from '../schema/edition-files.ts';
import type { Entry } from '../schema/entry.ts';
import type { EditionFiles, Filed } from './edition-files.ts';
import { areSameFiles } from './same-files.ts';

export interface Assembled {
  readonly files: EditionFiles;
  readonly edition: Edition;
}

/** @param last the edition assembled before from the same folder, if there was one */
export function assembleEdition(files: EditionFiles, last?: Assembled): Edition {
  /** The part as it was if the files it is made of are the same. */
  const part = <K extends keyof EditionFiles, E extends keyof Edition>(from: K, to: E, make: () => Edition[E]) =>
    last && areSameFiles(files[from], last.files[from]) ? last.edition[to] : make();
  return {
    manifest: files.manifest.value,
    entries: byId(inReadingOrder(files)),
    sources: part('sources', 'sources', () => byId(files.sources.value.sources)),
    parameters: part('parameters', 'parameters', () => byId(files.parameters.value.parameters)),
    regions: part('regions', 'regions', () => byId(files.regions.value.regions)),
    ambiguousPlaces: part('regions', 'ambiguousPlaces', () =>
      files.regions.value.ambiguous.map(({ text, candidates }) => ({
        names: text.split('/').map((name) => name.trim().replace(/\s*等.*$/, '')),
        candidates,
      })),
    ),
    glossary: files.glossary.value.terms,
    synonyms: files.synonyms.value,
    cues: files.cues.value,
    neighbours: part('neighbours', 'neighbours', () => byId(files.neighbours.value.neighbours)),
    asked: part('asked', 'asked', () => files.asked.flatMap((file) => askedOf(file))),
    traditionalOverrides: part('traditional', 'traditionalOverrides', () =>
      files.traditional.value.overrides.map(({ from, to }) => [from, to] as const),
    ),
  };
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
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

/** By the value of a file: read again with the same bytes, its ways of asking are the very same objects. */
const flattened = new WeakMap<AskedFile, readonly Asked[]>();

function askedOf(file: Filed<AskedFile> & { readonly kind: AskedKind }): readonly Asked[] {
  let asked = flattened.get(file.value);
  if (!asked) {
    asked = flattenAsked(file);
    flattened.set(file.value, asked);
  }
  return asked;
}

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
