/**
 * National ways of asking that a region has deleted. Index and classifier are shared by all regions and stay as they
 * are: here stand only the numbers of the ways to pass over, and for each wording the entry that it doesn't mean.
 */
import { sameWords } from '../../knowledge/index.ts';
import type { MatchingState } from '../matching-state.ts';
import { labelKey } from '../model/labels.ts';
import { simplify } from '../normalise/simplify.ts';
import type { LocalWays } from '../types.ts';

export interface DeletedWays {
  /** Numbers of national ways. */
  readonly ways: ReadonlySet<number>;
  /** By `sameWords`: labels that a message in just these words doesn't mean. */
  readonly notMeant: ReadonlyMap<string, ReadonlySet<number>>;
}

export function findDeletedWays(
  { hiddenWays }: Pick<LocalWays, 'hiddenWays'>,
  { exact, twins, ways, labelNumbers }: Pick<MatchingState, 'exact' | 'twins' | 'ways' | 'labelNumbers'>,
): DeletedWays {
  const deleted = new Set<number>();
  const notMeant = new Map<string, Set<number>>();
  for (const { entry, text } of hiddenWays) {
    const label = labelNumbers.get(labelKey('entry', entry));
    if (label === undefined) continue;
    const words = sameWords(simplify(text));
    notMeant.set(words, (notMeant.get(words) ?? new Set()).add(label));
    for (let way = exact.get(words); way !== undefined; way = twins.get(way))
      if (ways[way]?.label === label) deleted.add(way);
  }
  return { ways: deleted, notMeant };
}
