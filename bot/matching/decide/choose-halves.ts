/**
 * Whether a message that may be two questions is two. Asked as a whole, such a message is torn between two entries, a
 * story is not; so each half is read in the light of the whole: "要不要交钱" alone could be many things, after
 * "手机上能自己办转移不" it is the fee of a transfer. How much each sign says is learnt (model/learn-two.ts).
 */
import type { Asking, Guess } from '../asking.ts';
import { simplify } from '../normalise/simplify.ts';
import { dot, logit, type Ranking, sigmoid } from '../rank/rank-labels.ts';
import { DECISION, SPLIT } from '../settings.ts';
import { dropRefused } from '../understand/drop-refused.ts';
import { type Halves, lettersIn, proposeHalves } from '../understand/split-questions.ts';

export interface Half {
  readonly text: string;
  readonly entry: string;
  readonly confidence: number;
  readonly ranking: Ranking;
}

/** One way to cut a message, with what tells whether it is right, in the order of TWO. */
export interface Cut {
  readonly halves: readonly [Half, Half];
  readonly signs: readonly number[];
}

export const TWO = [
  'sureness of the less sure half',
  'sureness of the surer half',
  'trace of the fainter half in the whole',
  'trace of the stronger half in the whole',
  'first two of the whole',
  'announced',
  'sounding',
  'unmarked',
  'only the first half asks',
  'only the second half asks',
  'letters of the shorter half',
  'letters of the longer half',
  'first half is ours',
  'second half is ours',
  'first half says so alone',
  'second half says so alone',
  'first half, for its own entry',
  'second half, for its own entry',
  'first half, for the entry of the second',
  'second half, for the entry of the first',
  'sureness of the whole',
  'constant',
] as const;

/** @param weights learnt, for TWO @returns two halves, or undefined where the message is one question */
export function chooseHalves(
  message: string,
  whole: Ranking,
  asking: Asking,
  weights: readonly number[],
): readonly [Half, Half] | undefined {
  const cut = findCut(message, whole, asking);
  return cut && sigmoid(dot(cut.signs, weights)) >= SPLIT.sure ? cut.halves : undefined;
}

/** The likeliest way to cut the message whose halves ask two different things of ours. */
export function findCut(message: string, whole: Ranking, asking: Asking): Cut | undefined {
  const traces = readTraces(whole, asking);
  const halves = mostPromising(message, traces, asking);
  return halves && readCut(halves, whole, traces, asking);
}

/** "我不想退保，想转过去" refuses one thing and wants another: what is refused is no question of its own. */
function isWanted(message: string): (halves: Halves) => boolean {
  const plain = simplify(message);
  const wanted = dropRefused(plain);
  if (wanted === plain) return () => true;
  return ({ first, second }) => [first, second].every((half) => wanted.includes(simplify(half)));
}

/** By the classifier alone, which costs a fifth of a full reading. */
function mostPromising(message: string, traces: Traces, asking: Asking): Halves | undefined {
  const second = traces.order[1];
  // Two questions mostly leave two traces in the whole. A long story without one isn't looked at again.
  const isTorn = second !== undefined && (traces.of.get(second) ?? 0) >= SPLIT.torn;
  const proposed = proposeHalves(message).filter(isWanted(message));
  const mayBeCut = ({ plainness }: Halves) => isTorn || plainness === 'announced' || proposed.length <= SPLIT.few;
  let best: Halves | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const halves of proposed.filter(mayBeCut)) {
    const promise = promiseOf(asking.guess(halves.first), asking.guess(halves.second));
    const isPromising = isTorn || halves.plainness === 'announced' || promise >= SPLIT.promise;
    if (!isPromising || promise <= most) continue;
    best = halves;
    most = promise;
  }
  return best;
}

/** Log probability that the halves ask the likeliest two different things. */
function promiseOf(first: readonly Guess[], second: readonly Guess[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const a of first) for (const b of second) if (a.label !== b.label) most = Math.max(most, a.log + b.log);
  return most;
}

interface Traces {
  /** Probability of each entry when the whole is asked. */
  readonly of: ReadonlyMap<string, number>;
  /** Entries, likeliest first. */
  readonly order: readonly string[];
}

function readTraces(whole: Ranking, asking: Asking): Traces {
  const entries = entriesOf(whole, asking);
  return {
    of: new Map(entries.map(({ entry, probability }) => [entry, probability])),
    order: entries.map(({ entry }) => entry),
  };
}

function entriesOf(ranking: Ranking, asking: Asking): { entry: string; probability: number }[] {
  return ranking.ranked.flatMap(({ label, probability }) => {
    const { kind, id } = asking.labelOf(label);
    return kind === 'entry' && !asking.isHidden(id) ? [{ entry: id, probability }] : [];
  });
}

function readCut({ first, second, plainness, asks }: Halves, whole: Ranking, traces: Traces, asking: Asking) {
  const one = readHalf(first, asks[0], traces, asking, undefined);
  if (!one) return undefined;
  const two = readHalf(second, asks[1], traces, asking, one.entry);
  if (!two) return undefined;
  const [fainter, stronger] = bothWays(traces.of.get(one.entry) ?? 0, traces.of.get(two.entry) ?? 0);
  const [less, more] = bothWays(one.confidence, two.confidence);
  const [shorter, longer] = bothWays(lettersIn(first), lettersIn(second));
  const firstTwo = traces.order.slice(0, 2);
  const signs = [
    logit(less),
    logit(more),
    Math.log(fainter + TRACE_FLOOR),
    Math.log(stronger + TRACE_FLOOR),
    firstTwo.includes(one.entry) && firstTwo.includes(two.entry) ? 1 : 0,
    plainness === 'announced' ? 1 : 0,
    plainness === 'sounding' ? 1 : 0,
    plainness === 'unmarked' ? 1 : 0,
    asks[0] && !asks[1] ? 1 : 0,
    asks[1] && !asks[0] ? 1 : 0,
    Math.log(shorter),
    Math.log(longer),
    logit(one.ranking.ours),
    logit(two.ranking.ours),
    one.alone ? 1 : 0,
    two.alone ? 1 : 0,
    logit(one.says.get(one.entry) ?? 0),
    logit(two.says.get(two.entry) ?? 0),
    logit(one.says.get(two.entry) ?? 0),
    logit(two.says.get(one.entry) ?? 0),
    logit(whole.confidence),
    1,
  ];
  return { halves: [one, two], signs } satisfies Cut;
}

const TRACE_FLOOR = 1e-4;

function bothWays(a: number, b: number): [less: number, more: number] {
  return a < b ? [a, b] : [b, a];
}

/** The half's candidates weighed by how much the whole speaks for them; `not` is taken by the other half. */
function readHalf(text: string, asks: boolean, traces: Traces, asking: Asking, not: string | undefined) {
  const { ranking } = asking.rank(text, false);
  const entries = entriesOf(ranking, asking);
  const [own] = entries;
  // The other half's entry on top means that both ask the same.
  if (!own || own.entry === not || ranking.ours < (asks ? SPLIT.ours : DECISION.ours)) return undefined;
  let all = 0;
  let best: { entry: string; weight: number } | undefined;
  for (const { entry, probability } of entries) {
    if (entry === not) continue;
    const weight = probability * ((traces.of.get(entry) ?? 0) + SPLIT.floor) ** SPLIT.context;
    all += weight;
    if (!best || weight > best.weight) best = { entry, weight };
  }
  if (!best || all === 0) return undefined;
  const alone = own.entry === best.entry;
  return {
    text,
    entry: best.entry,
    confidence: Math.max(alone ? ranking.confidence : 0, best.weight / all),
    alone,
    says: new Map(entries.map(({ entry, probability }) => [entry, probability])),
    ranking,
  };
}
