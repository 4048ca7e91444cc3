/** An entry over all days, with what in it is local and when. */
import type { Entry } from '../../knowledge/index.ts';
import type { Period } from '../period.ts';
import type { Origin } from '../view.ts';

export interface DatedOrigin {
  readonly origin: Origin;
  readonly period: Period;
}

export interface DatedEntry {
  readonly entry: Entry;
  /** By path, as in `ComposedEntry.origins`; where two hold on one day, the later one stands above. */
  readonly origins: ReadonlyMap<string, readonly DatedOrigin[]>;
}
