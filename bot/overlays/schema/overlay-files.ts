/**
 * The files of an overlay: knowledge/overlays/<region>[/<city>]/. One definition serves validation, types and the
 * JSON Schema for editors. Unknown keys are errors: a misspelt key would silently change nothing.
 */
import { z } from 'zod';
import { Entry, Example, Id, IsoDate, Point, Side, SourceRef, Text } from '../../knowledge/index.ts';

/** Days of a local change. Unlike in the edition both may be left out. */
const days = {
  from: IsoDate.optional().describe('first day; without it the day of approval (`when`)'),
  until: IsoDate.optional().describe('last day; leave out while it holds'),
};

/** Who answers for a local change, since when and why. */
const accountable = {
  approver: z.string().min(1).describe('person or unit that approved it'),
  when: IsoDate.describe('day of approval'),
  reason: z.string().min(1).describe('why this place needs it'),
  source: z
    .string()
    .min(1)
    .describe('what it rests on: document#article of sources.yaml, or a local document by title and number'),
};

/** overlay.yaml */
export const OverlayManifest = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)
    .describe('the folder: guangdong, or guangdong/shenzhen'),
  city: z.string().optional().describe('for a city: its name in regions.yaml'),
  maintainer: z.strictObject({ unit: Text, contact: z.string().optional() }).describe('who keeps this overlay'),
  reviewedAgainst: z
    .string()
    .regex(/^\d{4}\.\d{2}(\.\d+)?$/)
    .describe('edition version that the whole overlay was last read against'),
  version: z.number().int().positive().describe('counts up with each change that goes out; named in every reply'),
  status: z
    .enum(['draft', 'reviewed', 'published'])
    .describe(
      'draft: not served; reviewed: read a second time against edition and sources; published: confirmed by the place itself',
    ),
  from: IsoDate.optional().describe('first day of the whole overlay'),
  until: IsoDate.optional().describe('last day of the whole overlay'),
});
export type OverlayManifest = z.infer<typeof OverlayManifest>;

/** additions/<id>.yaml: a local entry. It has no item number and protects nothing: both are the edition's. */
export const Addition = Entry.omit({ item: true, protected: true }).extend({
  side: Side.describe('which end of a move it speaks for'),
  asked: z.array(z.string().min(1)).optional().describe('ways of asking for it, beside its question'),
  ...accountable,
});
export type Addition = z.infer<typeof Addition>;

/** What a change was written for. Machine-written: `npm run overlay -- accept REGION ENTRY --reviewer NAME`. */
const Words = z.strictObject({
  field: z.string().describe('short, example, or list.point'),
  version: IsoDate.describe('first day of the version that the words stood in'),
  fingerprint: z.string().regex(/^[0-9a-f]{12}$/),
  was: z.strictObject({
    text: Text,
    sources: z.array(SourceRef).optional(),
    side: Side.optional(),
    from: IsoDate.optional(),
    until: IsoDate.optional(),
  }),
});
export type KeptWords = z.infer<typeof Words>;

export const Refined = z.strictObject({
  edition: z.string().describe('edition version that these words stood in'),
  by: z.string().describe('who read the local words against them'),
  on: IsoDate.describe('when'),
  words: z.array(Words),
});
export type Refined = z.infer<typeof Refined>;

/** deletions.yaml: entries, or single ways of asking, that are hidden here. */
export const Deletion = z.strictObject({
  entry: Id,
  variant: z.string().min(1).optional().describe('hide only this way of asking'),
  reason: z.string().min(1),
  approver: z.string().min(1),
  when: IsoDate,
  ...days,
  refined: Refined.optional(),
});
export type Deletion = z.infer<typeof Deletion>;
export const DeletionsFile = z.strictObject({ deletions: z.array(Deletion) });

const SetPoint = z.strictObject({
  id: Id.describe('a point that exists; what is left out stays as it is'),
  text: Text.optional(),
  sources: z.array(SourceRef).optional(),
  side: Side.optional(),
});
export type SetPoint = z.infer<typeof SetPoint>;

const InsertedPoint = z.strictObject({ after: Id.describe('the point it follows'), ...Point.shape });

const PointEdits = z.strictObject({
  set: z.array(SetPoint).optional(),
  append: z.array(Point).optional(),
  insertAfter: z.array(InsertedPoint).optional(),
});
export type PointEdits = z.infer<typeof PointEdits>;

/** One dated change of a national (or provincial) entry. */
export const Change = z.strictObject({
  ...accountable,
  ...days,
  short: Text.optional(),
  example: Example.optional(),
  points: PointEdits.optional(),
  exceptions: PointEdits.optional(),
  steps: PointEdits.optional(),
  variants: z.array(z.string().min(1)).optional().describe('further ways of asking'),
  refined: Refined.optional(),
});
export type Change = z.infer<typeof Change>;

/** refinements/<entry>.yaml: changes in order; an earlier one keeps its words when a later one follows. */
export const Refinement = z.strictObject({
  entry: Id.describe('the entry refined; also the name of the file'),
  changes: z.array(Change).min(1),
});
export type Refinement = z.infer<typeof Refinement>;

/** The lists of a version that a refinement can edit. */
export const POINT_LISTS = ['points', 'exceptions', 'steps'] as const;
export type PointList = (typeof POINT_LISTS)[number];
