/** What people ask most, for the first screen: highlighted items first, then by the counts of the last weeks. */
import { type Answer, composeAnswer, isAnswer } from '../../answers/index.ts';
import type { Language } from '../../knowledge/index.ts';
import type { Snapshot } from '../../service/index.ts';
import type { OutcomeCount, Store } from '../../store/index.ts';
import type { Asked } from './render/welcome.ts';

/** As many as a phone shows below the greeting. */
const SHOWN = 7;
const DAYS = 28;
const KEPT_MS = 10 * 60_000;

/** Shown until there are counts: what hotlines hear most. Ids that an edition lacks are left out. */
const AT_FIRST = [
  'no-refund',
  'years-summed',
  'gap-effect',
  'benefit-place',
  'short-of-years',
  'retirement-age',
  'transfer-to-hukou',
];

export interface MostAsked {
  /** @param today YYYY-MM-DD */
  readonly list: (snapshot: Snapshot, language: Language, today: string) => Promise<readonly Asked[]>;
}

/** Counts are read at most every ten minutes; with the store away, the list stands without them. */
export function createMostAsked(store: Pick<Store, 'outcomeCounts'>, now: () => Date): MostAsked {
  let kept: { readonly at: number; readonly counts: Promise<readonly OutcomeCount[]> } | undefined;
  const countsLately = (today: string) => {
    const at = now().getTime();
    if (kept === undefined || at - kept.at > KEPT_MS) {
      const from = new Date(at - DAYS * 86_400_000).toISOString().slice(0, 10);
      kept = { at, counts: store.outcomeCounts(from, today).catch(() => []) };
    }
    return kept.counts;
  };
  return {
    async list(snapshot, language, today) {
      const ids = new Set([...highlighted(snapshot), ...byCount(await countsLately(today)), ...AT_FIRST]);
      const answers = [...ids].flatMap((entry): Answer[] => {
        const said = composeAnswer(snapshot.edition, { entry, language, day: today, national: snapshot.national });
        return said && isAnswer(said) ? [said] : [];
      });
      return answers.slice(0, SHOWN).map(({ question, highlighted }) => ({ question, highlighted }));
    },
  };
}

function highlighted({ edition }: Snapshot): string[] {
  const { attention } = edition.manifest;
  return [...edition.entries.values()]
    .filter(({ item }) => item !== undefined && attention.includes(item))
    .map(({ id }) => id);
}

function byCount(counts: readonly OutcomeCount[]): string[] {
  const sums = new Map<string, number>();
  for (const { entry, outcome, n } of counts) {
    if (entry !== '' && outcome === 'answer') sums.set(entry, (sums.get(entry) ?? 0) + n);
  }
  return [...sums].sort(([, one], [, other]) => other - one).map(([entry]) => entry);
}
