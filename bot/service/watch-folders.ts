/**
 * Is told by the system when something in a folder changes. One watch a folder, not one for the whole tree: on Linux
 * the latter watches files, and a file that is replaced, as most editors and git save, is often missed.
 */
import { type FSWatcher, watch } from 'node:fs';

export interface FolderWatch {
  /** Watches exactly these folders from now on. */
  readonly keepTo: (folders: ReadonlySet<string>) => void;
  /** Watches these as well. */
  readonly add: (folders: ReadonlySet<string>) => void;
  /** Whether every folder can be watched; where not, one has to look. */
  readonly seesAll: () => boolean;
  readonly close: () => void;
}

export function watchFolders(onChange: (folder: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let blind = 0;

  const open = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, () => onChange(folder));
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Too many folders for the system, or a drive that can't tell.
      blind += 1;
    }
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folders: ReadonlySet<string>): void => {
    for (const folder of folders) if (!watchers.has(folder)) open(folder);
  };
  return {
    keepTo: (folders) => {
      blind = 0;
      for (const folder of [...watchers.keys()]) if (!folders.has(folder)) drop(folder);
      add(folders);
    },
    add,
    seesAll: () => blind === 0 && watchers.size > 0,
    close: () => {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
