/** An answer point: one question of the edition, with dated answers. File: knowledge/entries/<id>.yaml. */
import { z } from 'zod';
import { Id, IsoDate, period, Side, SourceRef, Text } from './common.ts';

/** The kinds of case that can be worked out for a person (bot/cases). */
export const CASE_KINDS = [
  'benefit-place',
  'transfer',
  'amount',
  'deadlines',
  'retirement',
  'pension',
  'schemes',
] as const;
export const CaseKind = z.enum(CASE_KINDS);
export type CaseKind = z.infer<typeof CaseKind>;

export const Point = z.strictObject({
  id: Id.describe('stable within the entry: provinces refine a point by this id'),
  text: Text,
  sources: z.array(SourceRef).optional(),
  side: Side.optional(),
  withShort: z.boolean().optional().describe('a caution that is said with the short answer already'),
  from: IsoDate.optional().describe('first day, when the point holds for a part of the version only'),
  until: IsoDate.optional().describe('last day, when the point holds for a part of the version only'),
});
export type Point = z.infer<typeof Point>;

export const Example = z.strictObject({
  text: Text.describe('a fictitious worker; the numbers of the story may be bare, those of the law not'),
  sums: z
    .array(z.string())
    .optional()
    .describe(
      'every piece of arithmetic in the text, e.g. "4000 * 12 * {{pooled-share}}% = 5760"; recomputed by the tests',
    ),
  case: z
    .strictObject({
      kind: CaseKind,
      input: z.record(z.string(), z.unknown()),
      result: z.record(z.string(), z.unknown()),
    })
    .optional()
    .describe('the story as input of a case, and what its result must contain; recomputed by the tests'),
});
export type Example = z.infer<typeof Example>;

export const Version = z.strictObject({
  ...period,
  changed: Text.optional().describe('what is different from the version before, in one sentence'),
  short: Text.describe('the answer in one or two sentences that stand alone in a chat bubble'),
  points: z.array(Point).min(1),
  exceptions: z.array(Point).optional(),
  steps: z.array(Point).min(1).describe('what the person can do; the first one today'),
  example: Example.optional(),
  sources: z.array(SourceRef).min(1).describe('the first one is shown with the short answer'),
});
export type Version = z.infer<typeof Version>;

export const StaffNotes = z.strictObject({
  askBack: z.array(Text).optional().describe('what to ask the caller before answering'),
  confusions: z.array(Text).optional().describe('what callers mix up'),
  never: z.array(Text).optional().describe('what must never be said'),
});

export const EntryTests = z.strictObject({
  hits: z.array(z.string()).min(2).describe('questions that must be answered by this entry'),
  misses: z
    .array(
      z.strictObject({ ask: z.string(), goes: z.union([Id, z.literal('none')]).describe('where it goes instead') }),
    )
    .optional(),
});

export const Entry = z.strictObject({
  id: Id,
  item: z.number().int().positive().optional().describe('number in the attachment of the letter'),
  topic: Id,
  outcome: z.enum(['answer', 'contact']).default('answer'),
  protected: z.boolean().default(false).describe('national policy that no overlay may delete or contradict'),
  side: Side.default('any'),
  case: CaseKind.optional().describe('the case that works this out for the person'),
  question: Text,
  versions: z.array(Version).min(1).describe('oldest first, without gap or overlap'),
  related: z.array(Id).optional(),
  staff: StaffNotes.optional(),
  reviewed: IsoDate.describe('last read against the sources'),
  reviewBy: IsoDate.describe('to be read again by'),
  tests: EntryTests,
});
export type Entry = z.infer<typeof Entry>;
