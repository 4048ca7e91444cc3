/** Whether an activity of the Bot Framework can be worked on at all: botbuilder itself would fail on it with a 500. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { HttpProblem } from '../http/index.ts';

const TEXT = z.string().min(1).max(1_000);
const DATE_FIELDS = ['timestamp', 'localTimestamp', 'expiration'] as const;

const IncomingActivity = z.looseObject({
  type: TEXT,
  channelId: TEXT,
  conversation: z.looseObject({ id: TEXT }),
  from: z.looseObject({ id: TEXT }),
  recipient: z.looseObject({ id: TEXT }),
  /** Where replies go; not needed when they are expected in the answer. */
  serviceUrl: TEXT.optional(),
  deliveryMode: z.string().optional(),
  text: z.string().max(10_000).nullish(),
  timestamp: z.iso.datetime({ offset: true, local: true }).optional(),
  localTimestamp: z.iso.datetime({ offset: true, local: true }).optional(),
  expiration: z.iso.datetime({ offset: true, local: true }).optional(),
  membersAdded: z.array(z.looseObject({ id: TEXT })).optional(),
  membersRemoved: z.array(z.looseObject({ id: TEXT })).optional(),
});

/** @throws HttpProblem bad-activity with the fields that are missing or wrong */
export function readIncomingActivity(body: unknown): Activity {
  const { success, data, error } = IncomingActivity.safeParse(body);
  const fields = success ? [] : error.issues.map((issue) => issue.path.join('.') || 'activity');
  if (success && data.serviceUrl === undefined && data.deliveryMode !== 'expectReplies') fields.push('serviceUrl');
  if (!success || fields.length > 0) throw new HttpProblem('bad-activity', { fields: [...new Set(fields)] });
  // botbuilder works with dates, and keeps beside each what was sent.
  const dates = DATE_FIELDS.flatMap((field) => {
    const sent = data[field];
    if (sent === undefined) return [];
    return [
      [field, new Date(sent)],
      [`raw${field[0]?.toUpperCase()}${field.slice(1)}`, sent],
    ];
  });
  return { ...data, ...Object.fromEntries(dates) } as unknown as Activity;
}
