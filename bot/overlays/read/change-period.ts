/** The days on which a local change holds. */
import { overlapOf, type Period } from '../period.ts';
import type { OverlayManifest } from '../schema/overlay-files.ts';

/**
 * From its own first day, else from its approval: an answer "as of" an earlier day stays what people were told then.
 * Never outside the days of the overlay.
 * @returns undefined when no day is left
 */
export function changePeriod(
  overlay: Pick<OverlayManifest, 'from' | 'until'>,
  change: Period & { readonly when: string },
): Period | undefined {
  return overlapOf({ from: change.from ?? change.when, until: change.until }, overlay);
}
