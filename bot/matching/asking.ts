/** One text ranked under one region: what is learnt in the nation, corrected by what the region adds and hides. */
import { sameWords } from '../knowledge/index.ts';
import { extractFeatures, type Features } from './features/extract-features.ts';
import type { KnownWay, MatchingState } from './matching-state.ts';
import type { Label } from './model/labels.ts';
import { simplify } from './normalise/simplify.ts';
import {
  type Evidence,
  type GatheredEvidence,
  gatherEvidence,
  highest,
  rereadEvidence,
  type WaysSource,
} from './rank/evidence.ts';
import { passOver } from './rank/pass-over.ts';
import { type Ranked, type Ranking, rankLabels } from './rank/rank-labels.ts';
import { DECISION, LOCAL } from './settings.ts';
import type { LocalWays } from './types.ts';
import { type DeletedWays, findDeletedWays } from './ways/deleted-ways.ts';
import { type CompiledLocal, compileLocal, localLikeness } from './ways/local-ways.ts';

/** What ranking needs of the nation; a fold in training has it too. */
export type RankingState = Omit<MatchingState, 'edition'>;

/** What a region adds and hides, ready for use. */
export interface LocalState extends CompiledLocal {
  readonly hidden: ReadonlySet<string>;
  readonly deleted: DeletedWays;
  /** Entries of the region's own, unknown to the nation; their labels follow the nation's. */
  readonly ownEntries: readonly string[];
}

export const NOTHING_LOCAL: LocalState = {
  ways: [],
  hashes: new Set(),
  exact: new Map(),
  hidden: new Set(),
  deleted: { ways: new Set(), notMeant: new Map() },
  ownEntries: [],
};

export function createLocalState(state: RankingState, local: LocalWays): LocalState {
  const ownEntries = [...new Set(local.added.map(({ entry }) => entry))].filter(
    (entry) => !state.labelNumbers.has(`entry:${entry}`),
  );
  return {
    ...compileLocal(local, state.reader, weighIn(state)),
    hidden: local.hidden,
    deleted: findDeletedWays(local, state),
    ownEntries,
  };
}

function weighIn({ index }: RankingState): (hash: number) => number {
  return (hash) => index.weightOf(hash);
}

export interface Guess {
  readonly label: number;
  /** Log probability. */
  readonly log: number;
}

const GUESSES = 3;

/** One message being matched under one region. */
export class Asking {
  readonly #state: RankingState;
  readonly #local: LocalState;

  constructor(state: RankingState, local: LocalState) {
    this.#state = state;
    this.#local = local;
  }

  /** @param careful whether Fuse.js re-reads where there is a doubt; a half of a message isn't worth its time */
  rank(text: string, careful = true): { features: Features; ranking: Ranking } {
    const state = this.#state;
    const local = this.#local;
    const simplified = simplify(text);
    const features = extractFeatures(text, state.reader);
    const likeness = local.ways.length > 0 ? localLikeness(features, local, weighIn(state)) : [];
    const ways: WaysSource = {
      nearest: (asked, most) => this.#nearest(asked, most, likeness),
      foreignness: (asked) => state.index.foreignness(asked, local.hashes),
      labelOf: (way) => this.#labelOfWay(way),
      textOf: (way) => this.way(way).simplified,
    };
    const gathered = this.#withUnlearnt(gatherEvidence(features, state.model, ways));
    const isEntry = (label: number) => this.isEntry(label);
    const ranking = rankLabels(
      gathered,
      state.ranking,
      isEntry,
      careful ? () => rereadEvidence(simplified, gathered, ways) : undefined,
    );
    const words = sameWords(simplified);
    // The classifier has learnt a deleted way from the nation; in just these words it doesn't mean its entry here.
    const notMeant = local.deleted.notMeant.get(words);
    const ours = this.#ours(ranking);
    const meant = notMeant ? passOver(ours, notMeant, gathered, state.ranking, isEntry) : ours;
    return { features, ranking: this.#withExact(meant, words) };
  }

  /** The likeliest entries by the classifier alone. */
  guess(text: string): Guess[] {
    const { logs } = this.#state.model.classify(extractFeatures(text, this.#state.reader));
    return highest(logs, GUESSES)
      .filter((label) => this.isEntry(label))
      .map((label) => ({ label, log: logs[label] ?? 0 }));
  }

  isEntry(label: number): boolean {
    return this.labelOf(label).kind === 'entry';
  }

  /** To the letter a way of asking that the region has deleted. It was written down as one question and is read as one. */
  isDeletedWay(text: string): boolean {
    const { notMeant } = this.#local.deleted;
    return notMeant.size > 0 && notMeant.has(sameWords(simplify(text)));
  }

  isHidden(entry: string): boolean {
    return this.#local.hidden.has(entry) || this.#state.gone.has(entry);
  }

  labelOf(label: number): Label {
    return (
      this.#state.labels[label] ?? {
        kind: 'entry',
        id: this.#local.ownEntries[label - this.#state.labels.length] ?? '',
      }
    );
  }

  /** National ways first, local ones after them. */
  way(way: number): { readonly text: string; readonly simplified: string } {
    const known: KnownWay | undefined = this.#state.ways[way];
    if (known) return { text: known.asked.text, simplified: known.simplified };
    return this.#local.ways[way - this.#state.ways.length] ?? { text: '', simplified: '' };
  }

  #nearest(features: Features, most: number, likeness: readonly number[]) {
    const { ways: deleted } = this.#local.deleted;
    const national = this.#state.index.nearest(
      features,
      most,
      deleted.size > 0 ? (way) => !deleted.has(way) : undefined,
    );
    if (likeness.length === 0) return national;
    const own = likeness
      .map((value, n) => ({ way: this.#state.ways.length + n, likeness: value }))
      .filter((one) => one.likeness > 0);
    return [...national, ...own].sort((a, b) => b.likeness - a.likeness || a.way - b.way).slice(0, most);
  }

  #labelOfWay(way: number): number {
    const known = this.#state.ways[way];
    if (known) return known.label;
    const entry = this.#local.ways[way - this.#state.ways.length]?.entry ?? '';
    return (
      this.#state.labelNumbers.get(`entry:${entry}`) ??
      this.#state.labels.length + this.#local.ownEntries.indexOf(entry)
    );
  }

  /** A region's own way of asking, or an entry newer than what was learnt. */
  #isUnlearnt({ way, label }: Evidence): boolean {
    return way >= this.#state.ways.length || label >= this.#state.learnt;
  }

  /** Whether a message is ours was learnt from words to which those of an unlearnt way are foreign. */
  #ours(ranking: Ranking): Ranking {
    const [first] = ranking.ranked;
    const isOurs = first && this.#isUnlearnt(first) && this.isEntry(first.label) && first.likeness >= LOCAL.likeness;
    return isOurs ? { ...ranking, ours: Math.max(ranking.ours, DECISION.ours) } : ranking;
  }

  /** The classifier has not seen some ways; how near one is stands in for its word. */
  #withUnlearnt(gathered: GatheredEvidence): GatheredEvidence {
    if (!gathered.candidates.some((one) => this.#isUnlearnt(one))) return gathered;
    const candidates = gathered.candidates.map((one) =>
      this.#isUnlearnt(one)
        ? {
            ...one,
            classifier: Math.max(one.classifier, LOCAL.steepness * Math.log(Math.min(1, one.likeness + 0.05))),
          }
        : one,
    );
    return { ...gathered, candidates };
  }

  /** The way that a message is to the letter: the region's own first, then the nation's that stand there. */
  #exactWay(words: string): number | undefined {
    const local = this.#local.exact.get(words);
    if (local !== undefined) return this.#state.ways.length + local;
    let way = this.#state.exact.get(words);
    while (way !== undefined && this.#local.deleted.ways.has(way)) way = this.#state.twins.get(way);
    return way;
  }

  /** Asked to the letter as someone wrote it down: no ranking knows better. */
  #withExact(ranking: Ranking, words: string): Ranking {
    const way = this.#exactWay(words);
    if (way === undefined || words === '') return ranking;
    const label = this.#labelOfWay(way);
    const rest = ranking.ranked.filter((one) => one.label !== label);
    const found = ranking.ranked.find((one) => one.label === label);
    const first: Ranked = found ?? { label, classifier: 0, votes: 1, likeness: 1, fuse: 1, way, probability: 0 };
    return {
      ...ranking,
      ranked: [
        { ...first, probability: Math.max(first.probability, DECISION.exact) },
        ...rest.map((one) => ({ ...one, probability: one.probability * (1 - DECISION.exact) })),
      ],
      ours: this.isEntry(label) ? Math.max(ranking.ours, DECISION.exact) : Math.min(ranking.ours, 1 - DECISION.exact),
      confidence: Math.max(ranking.confidence, DECISION.exact),
    };
  }
}
