/** One consistent version of everything a turn needs. A turn takes one and keeps it, whatever is reloaded meanwhile. */
import type { Edition } from '../knowledge/index.ts';
import type { FindPlaces, Matcher } from '../matching/index.ts';
import type { View } from '../overlays/index.ts';

export interface Snapshot {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly findPlaces: FindPlaces;
  readonly national: View;
  /** The view of a region (`guangdong`, `guangdong/shenzhen`); without an overlay the national one. */
  readonly viewOf: (region: string | undefined) => View;
  /** When it was put together, for health and logs. */
  readonly loadedAt: Date;
}
