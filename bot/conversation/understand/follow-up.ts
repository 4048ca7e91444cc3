/** "那要多久？" after an answer is about that answer: read with it, the question finds its entry. */
import type { Edition } from '../../knowledge/index.ts';
import type { LocalWays, Match, Matcher, Part } from '../../matching/index.ts';
import type { Talk } from '../talk.ts';

/** Longer messages speak for themselves. */
const LONGEST = 14;
/** Less than this, even among related entries, is no understanding. Chosen on the talks in tests/conversation/talks. */
const LEAST_CONFIDENCE = 0.05;

export interface FollowUpTools {
  readonly edition: Edition;
  readonly matcher: Matcher;
  readonly local: LocalWays | undefined;
  /** Words a follow-up begins with, in every language. */
  readonly cues: readonly string[];
}

/** @returns the message matched, with what was last answered in mind. */
export function matchInContext(message: string, talk: Talk, tools: FollowUpTools): Match {
  const alone = tools.matcher.match(message, tools.local);
  const last = talk.last;
  const only = alone.parts.length === 1 ? alone.parts[0] : undefined;
  if (!last || !only || message.length > LONGEST) return alone;
  const lower = message.toLowerCase();
  const pointsBack = tools.cues.some((cue) => lower.startsWith(cue.toLowerCase()));
  const unsure = only.outcome === 'none' || only.outcome === 'clarify' || only.outcome === 'not-ours';
  if (!unsure && !pointsBack) return alone;

  const near = new Set([last.entry, ...(tools.edition.entries.get(last.entry)?.related ?? [])]);
  const together = tools.matcher.match(`${last.question} ${message}`, tools.local).parts[0];
  // What the short message itself says counts first; the question before only helps to choose among its neighbours.
  const best = [...only.candidates, ...(together?.candidates ?? [])].find(
    (candidate) => near.has(candidate.entry) && candidate.confidence >= LEAST_CONFIDENCE,
  );
  if (!best || (!unsure && only.entry !== undefined && near.has(only.entry))) return alone;
  const part: Part = { ...only, outcome: 'answer', entry: best.entry, choices: [], confidence: best.confidence };
  return { ...alone, parts: [part] };
}
