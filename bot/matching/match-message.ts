/** One message through all stages: read, gather, rank, decide; once for the whole and, where it may be two, for halves. */
import { sameWords } from '../knowledge/index.ts';
import { chooseHalves } from './decide/choose-halves.ts';
import { decide } from './decide/decide.ts';
import { extractFeatures, type Features } from './features/extract-features.ts';
import type { KnownWay, MatchingState } from './matching-state.ts';
import type { Label } from './model/labels.ts';
import { readUnits, type Script } from './normalise/read-units.ts';
import { simplify } from './normalise/simplify.ts';
import { type Evidence, gatherEvidence } from './rank/evidence.ts';
import { passOver } from './rank/pass-over.ts';
import { type Ranked, type Ranking, rankLabels } from './rank/rank-labels.ts';
import { DECISION, LOCAL, RANKED } from './settings.ts';
import type { Candidate, Explanation, LocalWays, Match, Matcher, Outcome, Part } from './types.ts';
import { carriesFacts } from './understand/carries-facts.ts';
import { findLanguage } from './understand/find-language.ts';
import { type DeletedWays, findDeletedWays } from './ways/deleted-ways.ts';
import { type CompiledLocal, compileLocal, localLikeness } from './ways/local-ways.ts';

/** What a region adds and hides, ready for use. */
interface LocalState extends CompiledLocal {
  readonly hidden: ReadonlySet<string>;
  readonly deleted: DeletedWays;
  /** Entries of the region's own, unknown to the nation; their labels follow the nation's. */
  readonly ownEntries: readonly string[];
}

const NOTHING_LOCAL: LocalState = {
  ways: [],
  hashes: new Set(),
  exact: new Map(),
  hidden: new Set(),
  deleted: { ways: new Set(), notMeant: new Map() },
  ownEntries: [],
};

export function createMatch(state: MatchingState): Pick<Matcher, 'match' | 'explain'> {
  const compiled = new WeakMap<LocalWays, LocalState>();
  const weigh = (hash: number) => {
    const id = state.index.vocabulary.find(hash);
    return id < 0 ? state.index.rarest : (state.index.weights[id] ?? 0);
  };
  const localState = (local: LocalWays | undefined): LocalState => {
    if (!local) return NOTHING_LOCAL;
    let ready = compiled.get(local);
    if (!ready) {
      const ownEntries = [...new Set(local.added.map(({ entry }) => entry))].filter(
        (entry) => !state.labelNumbers.has(`entry:${entry}`),
      );
      const deleted = findDeletedWays(local, state);
      ready = { ...compileLocal(local, state.reader, weigh), hidden: local.hidden, deleted, ownEntries };
      compiled.set(local, ready);
    }
    return ready;
  };
  const match = (message: string, local?: LocalWays): Match => {
    const asked = new Asking(state, localState(local), weigh);
    const whole = asked.ask(message);
    const parts = asked.askHalves(message, whole.part) ?? [whole.part];
    return { parts, language: findLanguage(message, simplify(message), whole.script) };
  };
  const explain = (message: string, local?: LocalWays): Explanation => {
    const asked = new Asking(state, localState(local), weigh);
    const found = match(message, local);
    return { match: found, parts: found.parts.map((part) => asked.explain(part.text)) };
  };
  return { match, explain };
}

/** Features shown in an explanation. */
const REASONS = 8;

/** One message being matched under one region. */
class Asking {
  readonly #state: MatchingState;
  readonly #local: LocalState;
  readonly #weigh: (hash: number) => number;

  constructor(state: MatchingState, local: LocalState, weigh: (hash: number) => number) {
    this.#state = state;
    this.#local = local;
    this.#weigh = weigh;
  }

  ask(text: string): { part: Part; script: Script } {
    const { features, ranking } = this.rank(text);
    const decision = decide(
      ranking,
      (label) => this.labelOf(label),
      (id) => this.#local.hidden.has(id),
    );
    const candidates = this.#candidates(ranking);
    const isAnswer = decision.outcome === 'answer' && decision.id !== undefined;
    const outcome: Outcome = isAnswer ? this.#kindOfAnswer(decision.id, text) : decision.outcome;
    return {
      script: features.script,
      part: {
        text,
        outcome,
        ...(isAnswer ? { entry: decision.id } : {}),
        choices: decision.choices,
        ...(decision.outcome === 'not-ours' && decision.id ? { neighbour: decision.id } : {}),
        confidence: decision.confidence,
        candidates,
      },
    };
  }

  /** Two parts where the message surely asks two different things, else undefined. */
  askHalves(message: string, whole: Part): Part[] | undefined {
    return chooseHalves(message, whole, {
      ask: (text) => this.ask(text).part,
      answer: (half, entry, confidence) =>
        half.entry === entry
          ? { ...half, confidence }
          : { ...half, outcome: this.#kindOfAnswer(entry, half.text), entry, choices: [], confidence },
    });
  }

  explain(text: string): Explanation['parts'][number] {
    const { ranking } = this.rank(text);
    const names = new Map<number, string>();
    const features = extractFeatures(text, this.#state.reader, names);
    const first = ranking.ranked.find((one) => this.labelOf(one.label).kind === 'entry')?.label ?? -1;
    const reasons = this.#state.model
      .reasons(features, first)
      .map(({ hash, weight }) => ({ feature: names.get(hash) ?? '', weight }))
      .filter(({ feature }) => feature !== '')
      .sort((a, b) => b.weight - a.weight);
    return {
      ours: ranking.ours,
      confidence: ranking.confidence,
      reasons: [...reasons.slice(0, REASONS), ...reasons.slice(-2).filter(({ weight }) => weight < 0)],
    };
  }

  rank(text: string) {
    const state = this.#state;
    const local = this.#local;
    const simplified = simplify(text);
    const features = extractFeatures(text, state.reader);
    const likeness = local.ways.length > 0 ? localLikeness(features, local, this.#weigh) : [];
    const gathered = gatherEvidence(simplified, features, state.model, {
      nearest: (asked, most) => this.#nearest(asked, most, likeness),
      foreignness: (asked) => state.index.foreignness(asked, local.hashes),
      labelOf: (way) => this.#labelOfWay(way),
      textOf: (way) => this.way(way).simplified,
    });
    const candidates = gathered.candidates.map((one) => this.#withLocal(one));
    const evidence = { ...gathered, candidates };
    const isEntry = (label: number) => this.labelOf(label).kind === 'entry';
    const ranking = this.#ours(rankLabels(evidence, state.ranking, isEntry));
    const words = sameWords(simplified);
    // The classifier has learnt a deleted way from the nation; in just these words it doesn't mean its entry here.
    const notMeant = local.deleted.notMeant.get(words);
    const meant = notMeant ? passOver(ranking, notMeant, evidence, state.ranking, isEntry) : ranking;
    return { features, ranking: this.#withExact(meant, words) };
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

  /** Whether a message is ours was learnt in the nation, to which a region's own words are foreign. */
  #ours(ranking: Ranking): Ranking {
    const [first] = ranking.ranked;
    const isLocal = first && first.way >= this.#state.ways.length && first.likeness >= LOCAL.likeness;
    return isLocal ? { ...ranking, ours: Math.max(ranking.ours, DECISION.ours) } : ranking;
  }

  /** The classifier has not seen local ways; how near one is stands in for its word. */
  #withLocal(evidence: Evidence): Evidence {
    if (evidence.way < this.#state.ways.length) return evidence;
    return {
      ...evidence,
      classifier: Math.max(evidence.classifier, LOCAL.steepness * Math.log(Math.min(1, evidence.likeness + 0.05))),
    };
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
      ours:
        this.labelOf(label).kind === 'entry'
          ? Math.max(ranking.ours, DECISION.exact)
          : Math.min(ranking.ours, 1 - DECISION.exact),
      confidence: Math.max(ranking.confidence, DECISION.exact),
    };
  }

  #candidates(ranking: Ranking): Candidate[] {
    return ranking.ranked
      .map((one) => ({ one, label: this.labelOf(one.label) }))
      .filter(({ label }) => label.kind === 'entry' && !this.#local.hidden.has(label.id))
      .slice(0, RANKED)
      .map(({ one, label }, n) => ({
        entry: label.id,
        confidence: n === 0 ? Math.min(ranking.confidence, Math.max(one.probability, 0.01)) : one.probability,
        nearest: one.way >= 0 ? this.way(one.way).text : '',
        evidence: { classifier: Math.exp(one.classifier), votes: one.votes, likeness: one.likeness, fuse: one.fuse },
      }));
  }

  #kindOfAnswer(id: string | undefined, text: string): Outcome {
    const entry = id === undefined ? undefined : this.#state.edition.entries.get(id);
    if (!entry) return 'answer';
    const plain = simplify(text);
    if (entry.case && carriesFacts(entry.case, plain, readUnits(plain, this.#state.reader), this.#state.edition.cues))
      return 'case';
    return entry.outcome;
  }
}
