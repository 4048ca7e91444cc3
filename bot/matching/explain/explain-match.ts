/** Why a message was answered as it was, in lines an editor can read: what came near, what spoke for it, what decided. */
import { DECISION } from '../settings.ts';
import type { Candidate, Explanation, Part, Reason } from '../types.ts';

/** The wording of `locales/<language>/matching.json`. */
export type SayWhy = (key: string, facts?: Readonly<Record<string, string | number>>) => string;

/** Candidates shown; what comes after them decided nothing. */
const SHOWN = 3;

/** @param explanation of `matcher.explain(message)` @returns one line each, indented by level */
export function explainMatch(explanation: Explanation, say: SayWhy): string[] {
  const { match, parts } = explanation;
  return match.parts.flatMap((part, n) => {
    const why = parts[n];
    const about = part.entry ?? part.neighbour ?? part.choices.join(', ');
    return [
      say('matching:explain.part', { text: part.text }),
      `  ${say('matching:explain.outcome', { outcome: part.outcome, about: about || '–', confidence: share(part.confidence) })}`,
      ...(why
        ? [
            `  ${say('matching:explain.ours', { ours: share(why.ours), least: share(DECISION.ours) })}`,
            `  ${say('matching:explain.sure', { confidence: share(why.confidence), least: share(why.least) })}`,
          ]
        : []),
      ...explainCandidates(part, say),
      ...(why ? explainReasons(why.reasons, say) : []),
    ];
  });
}

function explainCandidates(part: Part, say: SayWhy): string[] {
  return part.candidates.slice(0, SHOWN).flatMap((candidate: Candidate, n) => [
    `  ${n + 1}. ${candidate.entry}  ${share(candidate.confidence)}`,
    ...(candidate.nearest ? [`     ${say('matching:explain.nearest', { text: candidate.nearest })}`] : []),
    `     ${Object.entries(candidate.evidence)
      .map(([name, value]) => `${say(`matching:evidence.${name}`)} ${value.toFixed(2)}`)
      .join(' · ')}`,
  ]);
}

function explainReasons(reasons: readonly Reason[], say: SayWhy): string[] {
  const line = (key: string, shown: readonly Reason[]) =>
    shown.length > 0
      ? [
          `  ${say(key)} ${shown.map(({ feature, weight }) => `${nameOf(feature, say)} ${weight.toFixed(2)}`).join(' · ')}`,
        ]
      : [];
  return [
    ...line(
      'matching:explain.for',
      reasons.filter(({ weight }) => weight > 0),
    ),
    ...line(
      'matching:explain.against',
      reasons.filter(({ weight }) => weight < 0),
    ),
  ];
}

/** "concept:退保" → "意思“退保”". */
function nameOf(feature: string, say: SayWhy): string {
  const at = feature.indexOf(':');
  return say(`matching:feature.${feature.slice(0, at)}`, { what: feature.slice(at + 1) });
}

function share(value: number): string {
  return value.toFixed(2);
}
