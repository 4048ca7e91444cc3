/** A writable copy of the fictitious knowledge base with overlays, to change one thing and see what comes of it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Edition, loadEdition, type Problem } from '../../bot/knowledge/index.ts';
import {
  type Composition,
  createView,
  findOverlayRegions,
  gatherOverlay,
  type Layer,
  layOver,
  nationalComposition,
  nationalView,
  readOverlay,
  type View,
} from '../../bot/overlays/index.ts';

export interface CopiedOverlays {
  readonly folder: string;
  /** Replaces the first occurrence of `before`; fails when it isn't there, so that a test can't pass by accident. */
  readonly edit: (file: string, before: string, after: string) => void;
  readonly write: (file: string, content: string | Buffer) => void;
  readonly read: (file: string) => string;
  readonly remove: (file?: string) => void;
}

export const OVERLAY_KNOWLEDGE = path.resolve(import.meta.dirname, '../fixtures/overlays/knowledge');

export function copyOverlays(): CopiedOverlays {
  const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-overlays-'));
  cpSync(OVERLAY_KNOWLEDGE, folder, { recursive: true });
  const at = (file: string) => path.join(folder, file);
  return {
    folder,
    edit: (file, before, after) => {
      const text = readFileSync(at(file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
      writeFileSync(
        at(file),
        text.replace(before, () => after),
      );
    },
    write: (file, content) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    remove: (file = '') => rmSync(at(file), { recursive: true, force: true }),
  };
}

export interface ReadRegions {
  readonly edition: Edition;
  readonly national: View;
  readonly layers: ReadonlyMap<string, Layer>;
  readonly compositions: ReadonlyMap<string, Composition>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** What a region sees on a day. */
  readonly view: (region: string, day: string) => View;
}

/** Reads every overlay of a folder, drafts too, in the given order of provinces. */
export function readRegions(folder: string, order?: (regions: string[]) => string[]): ReadRegions {
  const edition = loadEdition(folder);
  const nation = nationalComposition(edition);
  const national = nationalView(edition);
  const layers = new Map<string, Layer>();
  const compositions = new Map<string, Composition>();
  const problems = new Map<string, readonly Problem[]>();
  const regions = findOverlayRegions(folder);
  for (const region of order ? order(regions) : regions) {
    const [province = '', city] = region.split('/');
    const base = (city === undefined ? undefined : compositions.get(province)) ?? nation;
    const source = gatherOverlay(folder, region);
    if (!source) continue;
    const reading = readOverlay(source, base);
    problems.set(region, reading.problems);
    if (!reading.layer) continue;
    layers.set(region, reading.layer);
    compositions.set(region, layOver(base, reading.layer));
  }
  return {
    edition,
    national,
    layers,
    compositions,
    problems,
    view: (region, day) => {
      const composition = compositions.get(region);
      return composition ? createView(national, composition, day) : national;
    },
  };
}

/** Every line that a view shows on a day, as plain data to compare. */
export function everythingIn(view: View): unknown {
  return view.ids().map((id) => {
    const composed = view.compose(id);
    return { id, entry: composed?.entry, origins: [...(composed?.origins ?? [])] };
  });
}
