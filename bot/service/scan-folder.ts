/**
 * What the knowledge folder looks like at a moment: one signature for the edition and one for each province with its
 * cities. Names, sizes and times only; no file is opened, so that looking often costs little.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** `edition`, or the id of a province. */
export type FolderKey = string;
export const EDITION: FolderKey = 'edition';

export interface Scan {
  readonly signatures: Map<FolderKey, string>;
  /** Every folder that was looked into. */
  readonly folders: ReadonlySet<string>;
}

/** @param only where given, the parts to look at; with 365 overlays the others are nearly all of the time */
export async function scanFolder(knowledgeDir: string, only?: ReadonlySet<FolderKey>): Promise<Scan> {
  const overlays = path.join(knowledgeDir, 'overlays');
  const signatures = new Map<FolderKey, string>();
  const folders = new Set<string>();
  const filesBelow = createLister(folders);
  if (!only || only.has(EDITION)) {
    const own = await filesBelow(knowledgeDir, (folder) => folder !== overlays && path.basename(folder) !== 'schema');
    signatures.set(EDITION, await signatureOf(own));
  }
  const provinces = (await foldersIn(overlays)).filter((province) => !only || only.has(province));
  if (provinces.length > 0) folders.add(overlays);
  for (const province of provinces) {
    const files = await filesBelow(path.join(overlays, province), () => true);
    signatures.set(province, await signatureOf(files));
  }
  return { signatures, folders };
}

/** The part that a folder belongs to; undefined for the one that holds all overlays. */
export function keyOfFolder(knowledgeDir: string, folder: string): FolderKey | undefined {
  const [top, province] = path.relative(knowledgeDir, folder).split(path.sep);
  return top === 'overlays' ? province : EDITION;
}

function createLister(folders: Set<string>) {
  return async function filesBelow(folder: string, enter: (folder: string) => boolean): Promise<string[]> {
    folders.add(folder);
    const items = await list(folder);
    const below = await Promise.all(
      items.map((item) => {
        const at = path.join(folder, item.name);
        if (item.isDirectory()) return enter(at) ? filesBelow(at, enter) : [];
        return /\.ya?ml$/.test(item.name) && !item.name.startsWith('.') ? [at] : [];
      }),
    );
    return below.flat();
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  return (await list(folder))
    .filter((item) => item.isDirectory() && !item.name.startsWith('.'))
    .map((item) => item.name);
}

async function list(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // Gone between two looks: the next look will see the rest.
    return [];
  }
}

async function signatureOf(files: readonly string[]): Promise<string> {
  const seen = await Promise.all(
    files.map(async (file) => {
      try {
        const { size, mtimeMs, ino } = await stat(file);
        return `${file} ${size} ${mtimeMs} ${ino}`;
      } catch {
        return `${file} gone`;
      }
    }),
  );
  return seen.sort().join('\n');
}
