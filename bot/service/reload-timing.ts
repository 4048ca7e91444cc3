/** How soon a changed file is taken up. Together well below the second that an editor is promised. */
export interface ReloadTiming {
  /** How long after the system tells of a change to look first: a saved file is several changes at once. */
  readonly noticeMs: number;
  /** A changed folder must look the same twice, this far apart, before it is read: someone may still be writing. */
  readonly settleMs: number;
  /** A folder that reads badly is given this long to be finished before its last good version takes its place. */
  readonly graceMs: number;
  /** How often to look where the system doesn't tell of changes (network drives, some containers). */
  readonly pollMs: number;
  /** How often to look all the same where it does, for what it may have missed. */
  readonly safetyMs: number;
  /** Looking takes longer the more overlays there are: rest at least this many times as long, so that it stays cheap. */
  readonly restPerLook: number;
}

export const RELOAD_TIMING: ReloadTiming = Object.freeze({
  noticeMs: 30,
  settleMs: 120,
  graceMs: 450,
  pollMs: 300,
  safetyMs: 500,
  restPerLook: 4,
});
