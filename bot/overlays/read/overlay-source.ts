/**
 * The files of one overlay as bytes, before anything is understood of them. Reading is parted from understanding so
 * that a last good version, kept as text, is understood by the very same code.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface OverlaySource {
  /** `guangdong` or `guangdong/shenzhen`: the folder it was found in. */
  readonly region: string;
  /** The folder as messages name it. */
  readonly folder: string;
  /** By path inside the folder: `overlay.yaml`, `additions/guangdong-x.yaml`. Sorted. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Names the exact content; eight hex digits. */
  readonly hash: string;
}

/** Folders of a province that are its own; any other holds a city. */
export const OWN_FOLDERS = ['additions', 'refinements'] as const;

/** Left by editors and file systems while they save; never part of an overlay. */
export function isStray(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || !/\.ya?ml$/.test(name);
}

/** Regions that have a folder under knowledge/overlays, provinces before their cities. Nothing is read yet. */
export function findOverlayRegions(knowledgeDir: string): string[] {
  const root = path.join(knowledgeDir, 'overlays');
  return foldersIn(root).flatMap((province) => [
    province,
    ...foldersIn(path.join(root, province))
      .filter((name) => !(OWN_FOLDERS as readonly string[]).includes(name))
      .map((city) => `${province}/${city}`),
  ]);
}

/** @returns undefined when the folder is gone. @throws when a file can't be read */
export function gatherOverlay(knowledgeDir: string, region: string): OverlaySource | undefined {
  const folder = path.join(knowledgeDir, 'overlays', region);
  if (!existsSync(folder)) return undefined;
  const files = new Map<string, Buffer>();
  const take = (inside: string) => {
    for (const name of filesIn(path.join(folder, inside)))
      files.set(path.posix.join(inside, name), readFileSync(path.join(folder, inside, name)));
  };
  take('');
  for (const own of OWN_FOLDERS) take(own);
  // A province folder that only holds cities says nothing itself.
  if (files.size === 0 && !region.includes('/') && foldersIn(folder).length > 0) return undefined;
  return createSource(region, path.relative(process.cwd(), folder), files);
}

export function createSource(region: string, folder: string, files: ReadonlyMap<string, Buffer>): OverlaySource {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return { region, folder, files, hash: hash.digest('hex').slice(0, 8) };
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
    .map((item) => item.name)
    .sort();
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile() && !isStray(item.name))
    .map((item) => item.name)
    .sort();
}
