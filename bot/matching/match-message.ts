/** One message through all stages: read, gather, rank, decide; once for the whole and, where it may be two, for halves. */
import { Asking, createLocalState, type LocalState, NOTHING_LOCAL } from './asking.ts';
import { chooseHalves } from './decide/choose-halves.ts';
import { type Decision, decide, leastConfidence } from './decide/decide.ts';
import { extractFeatures } from './features/extract-features.ts';
import type { MatchingState } from './matching-state.ts';
import { readUnits, type Script } from './normalise/read-units.ts';
import { simplify } from './normalise/simplify.ts';
import type { Ranking } from './rank/rank-labels.ts';
import { RANKED } from './settings.ts';
import type { Candidate, Explanation, LocalWays, Match, Matcher, Outcome, Part } from './types.ts';
import { carriesFacts } from './understand/carries-facts.ts';
import { findLanguage } from './understand/find-language.ts';

/** Features shown in an explanation. */
const REASONS = 8;

export function createMatch(state: MatchingState): Pick<Matcher, 'match' | 'explain'> {
  const compiled = new WeakMap<LocalWays, LocalState>();
  const localState = (local: LocalWays | undefined): LocalState => {
    if (!local) return NOTHING_LOCAL;
    let ready = compiled.get(local);
    if (!ready) {
      ready = createLocalState(state, local);
      compiled.set(local, ready);
    }
    return ready;
  };
  const match = (message: string, local?: LocalWays): Match => {
    const asking = new Asking(state, localState(local));
    const { part, script, ranking } = askPart(state, asking, message);
    // Halves of a deleted way would lead back to the entry that the whole doesn't mean.
    const halves = asking.isDeletedWay(message) ? undefined : askHalves(state, asking, message, ranking);
    const parts = halves ?? [part];
    return { parts, language: findLanguage(message, simplify(message), script) };
  };
  const explain = (message: string, local?: LocalWays): Explanation => {
    const asking = new Asking(state, localState(local));
    const found = match(message, local);
    return { match: found, parts: found.parts.map((part) => explainPart(state, asking, part.text)) };
  };
  return { match, explain };
}

function askPart(state: MatchingState, asking: Asking, text: string): { part: Part; script: Script; ranking: Ranking } {
  const { features, ranking } = asking.rank(text);
  const decision = decide(
    ranking,
    (label) => asking.labelOf(label),
    (id) => asking.isHidden(id),
  );
  return { script: features.script, part: toPart(state, asking, text, ranking, decision), ranking };
}

/** Two parts where the message surely asks two different things, else undefined. */
function askHalves(state: MatchingState, asking: Asking, message: string, whole: Ranking): Part[] | undefined {
  return chooseHalves(message, whole, asking, state.ranking.two)?.map(({ text, entry, confidence, ranking }) =>
    toPart(state, asking, text, ranking, { outcome: 'answer', id: entry, choices: [], confidence }),
  );
}

function toPart(state: MatchingState, asking: Asking, text: string, ranking: Ranking, decision: Decision): Part {
  const isAnswer = decision.outcome === 'answer' && decision.id !== undefined;
  return {
    text,
    outcome: isAnswer ? kindOfAnswer(state, decision.id, text) : decision.outcome,
    ...(isAnswer ? { entry: decision.id } : {}),
    choices: decision.choices,
    ...(decision.outcome === 'not-ours' && decision.id ? { neighbour: decision.id } : {}),
    confidence: decision.confidence,
    candidates: listCandidates(asking, ranking),
  };
}

function listCandidates(asking: Asking, ranking: Ranking): Candidate[] {
  return ranking.ranked
    .map((one) => ({ one, label: asking.labelOf(one.label) }))
    .filter(({ label }) => label.kind === 'entry' && !asking.isHidden(label.id))
    .slice(0, RANKED)
    .map(({ one, label }, n) => ({
      entry: label.id,
      confidence: n === 0 ? Math.min(ranking.confidence, Math.max(one.probability, 0.01)) : one.probability,
      nearest: one.way >= 0 ? asking.way(one.way).text : '',
      evidence: {
        classifier: Math.exp(one.classifier),
        votes: one.votes,
        likeness: one.likeness,
        ...(one.fuse > 0 ? { fuse: one.fuse } : {}),
      },
    }));
}

function kindOfAnswer(state: MatchingState, id: string | undefined, text: string): Outcome {
  const entry = id === undefined ? undefined : state.edition.entries.get(id);
  if (!entry) return 'answer';
  const plain = simplify(text);
  if (entry.case && carriesFacts(entry.case, plain, readUnits(plain, state.reader), state.edition.cues)) return 'case';
  return entry.outcome;
}

function explainPart(state: MatchingState, asking: Asking, text: string): Explanation['parts'][number] {
  const { ranking } = asking.rank(text);
  const names = new Map<number, string>();
  const features = extractFeatures(text, state.reader, names);
  const first = ranking.ranked.find((one) => asking.isEntry(one.label))?.label ?? -1;
  const reasons = state.model
    .reasons(features, first)
    .map(({ hash, weight }) => ({ feature: names.get(hash) ?? '', weight }))
    .filter(({ feature }) => feature !== '')
    .sort((a, b) => b.weight - a.weight);
  return {
    ours: ranking.ours,
    confidence: ranking.confidence,
    least: leastConfidence(ranking),
    reasons: [...reasons.slice(0, REASONS), ...reasons.slice(-2).filter(({ weight }) => weight < 0)],
  };
}
