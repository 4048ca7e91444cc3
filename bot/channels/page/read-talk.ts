/** Activities of a talk → what the page shows of it, in order. What it doesn't know, it leaves out. */
import type { Activity } from 'botbuilder';
import type { Answer } from '../../answers/index.ts';
import type { YaodianData } from '../../conversation/index.ts';

export type Piece =
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'bot'; readonly data: YaodianData }
  /** The bot, in plain words only. */
  | { readonly kind: 'plain'; readonly text: string }
  /** A member of staff who has taken over. */
  | { readonly kind: 'staff'; readonly name: string | undefined; readonly text: string }
  | { readonly kind: 'handover'; readonly to: 'staff' | 'bot' };

export interface ReadTalk {
  readonly pieces: readonly Piece[];
  /** What the bot said last of itself: its options and places still hold. */
  readonly last: YaodianData | undefined;
  /** The entry last answered, for the panel beside the talk. */
  readonly open: Answer | undefined;
  /** Whether a person of the staff is answering. */
  readonly staffed: boolean;
}

/**
 * @param activities from the beginning of the talk
 * @param after pieces of activities up to this index are read, but not given back
 */
export function readTalk(activities: readonly Partial<Activity>[], after = 0): ReadTalk {
  const pieces: Piece[] = [];
  const quiet = new Set<string>();
  let last: YaodianData | undefined;
  let open: Answer | undefined;
  let staffed = false;
  let spoken = false;
  activities.forEach((activity, index) => {
    const piece = readActivity(activity, staffed);
    if (!piece) return;
    if (piece.kind === 'handover') staffed = piece.to === 'staff';
    if (piece.kind === 'bot') {
      last = piece.data;
      open = lastAnswer(piece.data) ?? open;
      // The page itself says hello; the same words again would push the question off a small screen.
      if (piece.data.decision === 'welcome' && !spoken) return;
    }
    if (isQuiet(activity, quiet)) return;
    if (piece.kind === 'person') spoken = true;
    if (index >= after) pieces.push(piece);
  });
  return { pieces, last, open, staffed };
}

/** What a page of a long talk begins with; the rest is a link away. A page stays light on a slow network. */
const RECENT = 24;

export function recentOf(talk: ReadTalk): ReadTalk {
  return { ...talk, pieces: talk.pieces.slice(-RECENT) };
}

/** Settings sent by the page itself, and what the bot says to them. */
function isQuiet(activity: Partial<Activity>, quiet: Set<string>): boolean {
  if (field(activity.channelData, 'quiet') === true) {
    if (activity.id !== undefined) quiet.add(activity.id);
    return true;
  }
  return activity.replyToId !== undefined && quiet.has(activity.replyToId);
}

function readActivity(activity: Partial<Activity>, staffed: boolean): Piece | undefined {
  const text = activity.text?.trim() ?? '';
  if (activity.type === 'event' && activity.name === 'handoff.status') {
    // The Bot Framework's own event for a handover: accepted, completed or failed.
    return { kind: 'handover', to: field(activity.value, 'state') === 'accepted' ? 'staff' : 'bot' };
  }
  if (activity.type !== 'message') return undefined;
  if (activity.from?.role === 'user') return text === '' ? undefined : { kind: 'person', text };
  const data = field(activity.channelData, 'yaodian');
  if (isYaodianData(data)) return { kind: 'bot', data };
  if (text === '') return undefined;
  if (staffed && data === undefined) return { kind: 'staff', name: activity.from?.name, text };
  return { kind: 'plain', text };
}

function lastAnswer(data: YaodianData): Answer | undefined {
  return data.bubbles.flatMap((bubble) => (bubble.kind === 'answer' ? [bubble.answer] : [])).at(-1);
}

function isYaodianData(data: unknown): data is YaodianData {
  return Array.isArray(field(data, 'bubbles')) && Array.isArray(field(data, 'options'));
}

function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}
