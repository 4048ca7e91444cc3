/**
 * Whether a message that may be two questions is two. Asked as a whole, such a message is torn between two entries,
 * a story is not; so each half is read in the light of the whole: "要不要交钱" alone could be many things, after
 * "手机上能自己办转移不" it is the fee of a transfer.
 */
import { SPLIT } from '../settings.ts';
import type { Part } from '../types.ts';
import { proposeHalves } from '../understand/split-questions.ts';

export interface HalfAsking {
  readonly ask: (text: string) => Part;
  /** A part for a half, as an answer by this entry. */
  readonly answer: (half: Part, entry: string, confidence: number) => Part;
}

/** @returns two parts, or undefined where the message is one question */
export function chooseHalves(message: string, whole: Part, asking: HalfAsking): Part[] | undefined {
  const trace = new Map(whole.candidates.map((candidate) => [candidate.entry, candidate.confidence]));
  let best: { parts: Part[]; sureness: number } | undefined;
  for (const { first, second, plainness } of proposeHalves(message)) {
    const one = asking.ask(first);
    const two = asking.ask(second);
    if (!maybeOurs(one) || !maybeOurs(two)) continue;
    const a = inContext(one, trace, undefined);
    const b = inContext(two, trace, a?.entry);
    if (!a || !b) continue;
    const sureness = Math.min(a.confidence, b.confidence);
    const least = Math.min(trace.get(a.entry) ?? 0, trace.get(b.entry) ?? 0);
    if (least < SPLIT.trace[plainness] || sureness < SPLIT.sureness[plainness]) continue;
    if (best && sureness <= best.sureness) continue;
    best = { parts: [asking.answer(one, a.entry, a.confidence), asking.answer(two, b.entry, b.confidence)], sureness };
  }
  return best?.parts;
}

function maybeOurs(half: Part): boolean {
  return half.entry !== undefined || half.outcome === 'clarify';
}

/** The half's candidates weighed by how much the whole speaks for them; `not` is taken by the other half. */
function inContext(half: Part, trace: ReadonlyMap<string, number>, not: string | undefined) {
  // The other half's entry on top means that both ask the same.
  if (half.candidates[0] === undefined || half.candidates[0].entry === not) return undefined;
  let all = 0;
  let best: { entry: string; confidence: number } | undefined;
  for (const { entry, confidence } of half.candidates) {
    if (entry === not) continue;
    const weight = confidence * ((trace.get(entry) ?? 0) + SPLIT.floor) ** SPLIT.context;
    all += weight;
    if (!best || weight > best.confidence) best = { entry, confidence: weight };
  }
  if (!best || all === 0) return undefined;
  const own = half.candidates[0].entry === best.entry ? half.confidence : 0;
  return { entry: best.entry, confidence: Math.max(own, best.confidence / all) };
}
