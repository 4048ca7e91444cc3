/** One consistent version of everything a turn needs. A turn takes one and keeps it, whatever is reloaded meanwhile. */
import type { Edition } from '../knowledge/index.ts';
import type { FindPlaces, LocalWays, Matcher } from '../matching/index.ts';
import type { View } from '../overlays/index.ts';

export interface Snapshot {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly findPlaces: FindPlaces;
  readonly national: View;
  /**
   * The view of a region (`guangdong`, `guangdong/shenzhen`, or with the code of the city); without an overlay the
   * very same object as `national`. A city without an overlay has the view of its province.
   * @param day YYYY-MM-DD the day asked about; today when left out. Pass it with "as of" another day: what is hidden
   * and which lines are local is told for that day.
   */
  readonly viewOf: (region: string | undefined, day?: string) => View;
  /** What matching needs to know of a region; the same object each time, so that an index on it is kept. */
  readonly localWays: (region: string | undefined, day?: string) => LocalWays;
  /** When it was put together, for health and logs. */
  readonly loadedAt: Date;
}
