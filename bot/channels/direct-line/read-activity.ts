/**
 * What a client may send, and no more: everything that says who, where and when is ours to set. Fields that we don't
 * know are left out rather than refused, since Microsoft's clients send many.
 */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { HttpProblem } from '../http/index.ts';

/** Beyond this nobody types; the conversation reads the first two thousand. */
const LONGEST_TEXT = 4_000;
/** Deep nesting costs a stack to walk; a card's answer has two or three levels. */
const DEEPEST = 12;
const SHORT = z.string().max(200);

/** Control characters, which PostgreSQL refuses and nobody sees; tabs and line breaks stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const shallow = z.unknown().refine((value) => depthOf(value) <= DEEPEST, 'nested too deeply');

const ClientActivity = z.object({
  type: z.enum(['message', 'event', 'typing', 'messageReaction']),
  text: z
    .string()
    .transform((text) => text.replace(UNSEEN, ''))
    .optional(),
  textFormat: SHORT.optional(),
  locale: SHORT.optional(),
  name: SHORT.optional(),
  value: shallow.optional(),
  channelData: shallow.optional(),
  attachments: z.array(z.unknown()).optional(),
});

/** @throws HttpProblem bad-activity, too-large or no-files */
export function readClientActivity(body: unknown): Partial<Activity> {
  const { success, data, error } = ClientActivity.safeParse(body);
  if (!success) {
    const fields = error.issues.map((issue) => issue.path.join('.') || 'activity');
    throw new HttpProblem('bad-activity', { fields: [...new Set(fields)] });
  }
  const { attachments = [], ...activity } = data;
  if ((activity.text?.length ?? 0) > LONGEST_TEXT) throw new HttpProblem('too-large', { mostCharacters: LONGEST_TEXT });
  if (attachments.length > 0) throw new HttpProblem('no-files');
  if (activity.type === 'message' && !activity.text?.trim() && activity.value === undefined) {
    throw new HttpProblem('bad-activity', { fields: ['text'] });
  }
  // Fields that are absent stay absent: the parser leaves none of them undefined.
  return activity as Partial<Activity>;
}

/** The same with every text masked; what is stored and shown goes through here. */
export function maskActivity(activity: Partial<Activity>, mask: (text: string) => string): Partial<Activity> {
  const masked: Partial<Activity> = { ...activity };
  for (const field of ['text', 'value', 'channelData'] as const) {
    if (activity[field] !== undefined) masked[field] = maskDeep(activity[field], mask);
  }
  // By it a client knows its own message again; it is made of random digits that may look like a number.
  const clientId = clientIdOf(activity);
  if (clientId !== undefined) masked.channelData.clientActivityID = clientId;
  return masked;
}

/** The id that a client gives a message. */
export function clientIdOf({ channelData }: Partial<Activity>): string | undefined {
  const id: unknown = channelData?.clientActivityID;
  return typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : undefined;
}

// Whatever goes in, the same shape comes out.
// biome-ignore lint/suspicious/noExplicitAny: botbuilder declares value and channelData so
function maskDeep(value: unknown, mask: (text: string) => string): any {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item, mask)]));
}

function depthOf(value: unknown, sofar = 0): number {
  if (typeof value !== 'object' || value === null || sofar > DEEPEST) return sofar;
  return Math.max(sofar, ...Object.values(value).map((item) => depthOf(item, sofar + 1)));
}
