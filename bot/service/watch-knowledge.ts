/**
 * Tells when a part of the knowledge folder has changed and come to rest. Half-written files are waited for: a part is
 * handed over only when it looks the same twice, and one that reads badly gets a while to be finished.
 */
import type { ReloadTiming } from './reload-timing.ts';
import { type FolderKey, keyOfFolder, scanFolder } from './scan-folder.ts';
import { watchFolders } from './watch-folders.ts';

/** A change that was read: put in service by calling it. `unfinished` asks to be given it again until the grace is over. */
export type Taken = (() => void) | 'unfinished';

export interface KnowledgeWatcher {
  /** Hands a part over once more, though its files are the same. */
  readonly again: (key: FolderKey) => void;
  readonly close: () => Promise<void>;
}

export interface WatchOptions {
  readonly folder: string;
  readonly timing: ReloadTiming;
  /** The folder as it was loaded. */
  readonly seen: Map<FolderKey, string>;
  /** @param last no more grace: take it as it is */
  readonly take: (key: FolderKey, last: boolean) => Promise<Taken>;
}

interface Pending {
  readonly signature: string;
  readonly since: number;
}

export function watchKnowledge({ folder, timing, seen, take }: WatchOptions): KnowledgeWatcher {
  const pending = new Map<FolderKey, Pending>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let closed = false;
  /** Parts that the system has told of since they were last looked at. */
  const told = new Set<FolderKey>();
  /** When all parts are to be looked at again. */
  let allDueAt = 0;
  const watcher = watchFolders((changed) => {
    const key = keyOfFolder(folder, changed);
    if (key === undefined) allDueAt = 0;
    else told.add(key);
    lookIn(timing.noticeMs);
  });

  function lookIn(ms: number): void {
    const at = performance.now() + ms;
    if (closed || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => {
      dueAt = Number.POSITIVE_INFINITY;
      // Told of a change while looking: what was looked at may be older than the change, so look again.
      if (running) return lookIn(timing.settleMs);
      const began = performance.now();
      const all = began >= allDueAt;
      running = look(all).finally(() => {
        running = undefined;
        const now = performance.now();
        if (all) {
          const every = watcher.seesAll() ? timing.safetyMs : timing.pollMs;
          allDueAt = now + Math.max(every, (now - began) * timing.restPerLook);
        }
        lookIn(pending.size > 0 ? nextLookIn() : Math.max(0, allDueAt - now));
      });
      return undefined;
    }, ms);
    timer.unref();
  }

  /** @param all at all parts, else at those that were told of or wait to come to rest */
  async function look(all: boolean): Promise<void> {
    const parts = all ? undefined : new Set([...told, ...pending.keys()]);
    told.clear();
    const { signatures, folders } = await scanFolder(folder, parts);
    if (closed) return;
    if (parts) watcher.add(folders);
    else watcher.keepTo(folders);
    for (const key of parts ?? new Set([...signatures.keys(), ...seen.keys()])) {
      const signature = signatures.get(key) ?? '';
      if (signature === (seen.get(key) ?? '')) {
        pending.delete(key);
        continue;
      }
      const before = pending.get(key);
      if (before?.signature !== signature) {
        pending.set(key, { signature, since: performance.now() });
        continue;
      }
      // A look that was asked for by something else, such as a file beside it, comes too early to tell.
      if (restOf(before) <= 0) await takeUp(key, before);
    }
  }

  /** How long a part must go on looking the same, in ms. */
  function restOf({ since }: Pending): number {
    return since + timing.settleMs - performance.now();
  }

  /** When to look at what waits: as soon as it may be at rest; what is at rest and unfinished, after a while. */
  function nextLookIn(): number {
    const rests = [...pending.values()].map(restOf).map((rest) => (rest > 0 ? rest : timing.settleMs));
    return Math.min(...rests);
  }

  async function takeUp(key: FolderKey, { signature, since }: Pending): Promise<void> {
    const last = performance.now() - since >= timing.graceMs;
    const taken = await take(key, last);
    if (taken === 'unfinished') return;
    // Written to while it was read: what was read may be of two kinds. It is read again.
    const { signatures } = await scanFolder(folder, new Set([key]));
    if ((signatures.get(key) ?? '') !== signature) return;
    taken();
    pending.delete(key);
    if (signature === '') seen.delete(key);
    else seen.set(key, signature);
  }

  // At once: what changed since the folder was loaded, nobody has told.
  lookIn(0);
  return {
    again: (key) => {
      seen.set(key, 'to be taken again');
      told.add(key);
      lookIn(0);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      watcher.close();
      await running;
    },
  };
}
