/**
 * The last version of each overlay that was without error, on disk, with its source text: after a restart it is read
 * by the very code that reads overlays, so what it means can't drift apart from what it says.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createSource, type OverlaySource } from '../overlays/index.ts';

const Kept = z.object({
  region: z.string(),
  folder: z.string(),
  hash: z.string(),
  version: z.number(),
  edition: z.string(),
  savedAt: z.string(),
  files: z.record(z.string(), z.string()),
});

export interface LastGoodStore {
  readonly read: (region: string) => OverlaySource | undefined;
  readonly write: (source: OverlaySource, about: { version: number; edition: string; savedAt: string }) => void;
  readonly remove: (region: string) => void;
}

/**
 * @param dataDir the folder of the installation's own data; a region is kept at `last-good/<region>.json` in it.
 * Empty: nothing is written, for programs that only look.
 */
export function createLastGoodStore(dataDir: string): LastGoodStore {
  const fileOf = (region: string) => path.join(dataDir, 'last-good', `${region}.json`);
  const hashes = new Map<string, string>();
  /** Where the disk can't be written, the memory of this process must do. */
  const unwritten = new Map<string, OverlaySource>();

  const readKept = (region: string) => {
    if (dataDir === '') return undefined;
    try {
      const file = fileOf(region);
      return existsSync(file) ? Kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined;
    } catch {
      // A torn or foreign file is no last good version.
      return undefined;
    }
  };
  return {
    read: (region) => {
      const inMemory = unwritten.get(region);
      if (inMemory) return inMemory;
      const kept = readKept(region);
      if (!kept) return undefined;
      const files = new Map(Object.entries(kept.files).map(([name, text]) => [name, Buffer.from(text, 'utf8')]));
      return createSource(kept.region, kept.folder, files);
    },
    write: (source, about) => {
      const known = hashes.get(source.region) ?? readKept(source.region)?.hash;
      hashes.set(source.region, source.hash);
      if (known === source.hash || dataDir === '') return;
      const file = fileOf(source.region);
      const files = Object.fromEntries([...source.files].map(([name, bytes]) => [name, bytes.toString('utf8')]));
      const kept = { region: source.region, folder: source.folder, hash: source.hash, ...about, files };
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        // Written beside and moved: whoever reads finds the old one or the new one, never half of it.
        writeFileSync(`${file}.new`, JSON.stringify(kept));
        renameSync(`${file}.new`, file);
        unwritten.delete(source.region);
      } catch {
        unwritten.set(source.region, source);
      }
    },
    remove: (region) => {
      hashes.delete(region);
      unwritten.delete(region);
      if (dataDir !== '') rmSync(fileOf(region), { force: true });
    },
  };
}
