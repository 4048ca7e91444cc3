/** Everything learnt from the ways of asking, and how to tell whether it was learnt from these. */
import { createHash } from 'node:crypto';
import type { Edition } from '../../knowledge/index.ts';
import type { CountedWords } from '../features/count-words.ts';
import type { RankingWeights } from '../rank/rank-labels.ts';
import { type Label, labelKey, listLabels } from './labels.ts';
import type { LinearWeights } from './linear-model.ts';

export interface MatchingModel {
  /** Of what it was learnt from: `fingerprintOf` the edition at that time. */
  readonly fingerprint: string;
  readonly labels: readonly Label[];
  readonly words: CountedWords;
  readonly linear: LinearWeights;
  readonly ranking: RankingWeights;
}

/** Changes when a way of asking, a synonym or an entry's text changes. */
export function fingerprintOf(edition: Pick<Edition, 'asked' | 'synonyms' | 'entries'>): string {
  const hash = createHash('sha256');
  for (const way of edition.asked) hash.update(`${way.kind}:${way.of}:${way.voice}:${way.style}:${way.text}\n`);
  hash.update(JSON.stringify(edition.synonyms));
  for (const entry of edition.entries.values()) hash.update(JSON.stringify([entry.id, entry.question, entry.versions]));
  return hash.digest('hex').slice(0, 16);
}

/** What can be asked in this edition and was not there to be learnt. A model that is merely older misses nothing. */
export function missingLabels(
  { labels }: Pick<MatchingModel, 'labels'>,
  edition: Pick<Edition, 'asked' | 'entries'>,
): Label[] {
  const known = new Set(labels.map(({ kind, id }) => labelKey(kind, id)));
  return listLabels(edition).filter(({ kind, id }) => !known.has(labelKey(kind, id)));
}

export function missesLabels(model: MatchingModel, edition: Pick<Edition, 'asked' | 'entries'>): boolean {
  return missingLabels(model, edition).length > 0;
}
