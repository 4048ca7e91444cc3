/** How well the held-out ways are found: ranking learnt on them (few weights), the classifier on the others. */
import type { GatheredEvidence } from '../../bot/matching/rank/evidence.ts';
import { learnRanking } from '../../bot/matching/rank/learn-ranking.ts';
import { rankLabels } from '../../bot/matching/rank/rank-labels.ts';
import type { PreparedFolds } from './leave-out.ts';

export interface Score {
  /** Of our own questions: the first entry is the right one, answered or not. */
  readonly first: number;
  /** The same, answered, with the threshold put where 3 % of what is not ours is answered. */
  readonly atThreePercent: number;
  readonly three: number;
  /** `first` for each of STYLES. */
  readonly styles: readonly number[];
}

export const STYLES = ['english', 'pinyin', 'typo', 'situation'] as const;

const OFF_TOPIC = 0.03;

export function scoreFolds(
  { judged, labels, styles }: PreparedFolds,
  leaveOut: (gathered: GatheredEvidence) => GatheredEvidence,
): Score {
  const isEntry = (label: number) => labels[label]?.kind === 'entry';
  const changed = judged.map(({ gathered, reread, label }) => ({
    gathered: leaveOut(gathered),
    reread: leaveOut(reread),
    label,
  }));
  const weights = { ...learnRanking(changed, isEntry), two: [] };
  const found = changed.map(({ gathered, reread, label }, n) => {
    const { ranked, ours } = rankLabels(gathered, weights, isEntry, () => reread);
    const entries = ranked.filter((one) => isEntry(one.label)).map((one) => one.label);
    return { ours, style: styles[n], isOurs: isEntry(label), place: entries.indexOf(label) };
  });
  const own = found.filter((one) => one.isOurs);
  const others = found.filter((one) => !one.isOurs).map((one) => one.ours);
  const threshold = others.sort((a, b) => b - a)[Math.floor(others.length * OFF_TOPIC)] ?? 1;
  const share = (list: typeof own, fits: (one: (typeof own)[number]) => boolean) =>
    list.length === 0 ? 0 : list.filter(fits).length / list.length;
  return {
    first: share(own, ({ place }) => place === 0),
    atThreePercent: share(own, ({ place, ours }) => place === 0 && ours > threshold),
    three: share(own, ({ place }) => place >= 0 && place < 3),
    styles: STYLES.map((style) => {
      const of = own.filter((one) => one.style === style);
      return share(of, ({ place }) => place === 0);
    }),
  };
}
