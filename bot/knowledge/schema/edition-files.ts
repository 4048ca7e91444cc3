/** The files beside the entries: manifest, sources, parameters, glossary, synonyms, neighbours and ways of asking. */
import { z } from 'zod';
import { Id, IsoDate, LANGUAGES, period, SourceRef, Text } from './common.ts';

/** knowledge/edition.yaml */
export const Manifest = z.strictObject({
  id: Id,
  version: z
    .string()
    .regex(/^\d{4}\.\d{2}(\.\d+)?$/)
    .describe('year.month of the edition, .n for a correction'),
  published: IsoDate,
  title: Text,
  provenance: z.strictObject({
    kind: z.enum(['reconstructed', 'original']),
    note: Text.describe('shown wherever people see the edition'),
  }),
  letter: z.strictObject({ number: z.string(), demand: Text.describe('why protected entries stand above overlays') }),
  attention: z.array(z.number().int().positive()).describe('attachment items shown first and marked'),
  languages: z.array(
    z.strictObject({
      tag: z.enum(LANGUAGES),
      name: z.string(),
      kind: z.enum(['authored', 'converted']),
      from: z.enum(LANGUAGES).optional(),
    }),
  ),
  topics: z.array(z.strictObject({ id: Id, name: Text })).min(1),
});
export type Manifest = z.infer<typeof Manifest>;

/** knowledge/sources.yaml */
export const SourceDocument = z.strictObject({
  id: Id,
  title: Text,
  number: z.string().nullable().describe('document number; null where it has none or it could not be verified'),
  issuer: Text,
  issued: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .describe('as far as it is known: year, month or day'),
  ...period,
  verified: IsoDate.nullable().describe('day on which the text was last compared; null: from a secondary source'),
  link: z.url().optional(),
  articles: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9.]+$/), name: Text, gist: Text.optional() })).min(1),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
export const SourcesFile = z.strictObject({ sources: z.array(SourceDocument).min(1) });

/** knowledge/parameters.yaml */
export const PARAMETER_UNITS = [
  'percent',
  'years',
  'months',
  'working-days',
  'days',
  'age',
  'yuan',
  'count',
  'date',
  'month',
  'text',
  'table',
] as const;
export const Parameter = z.strictObject({
  id: Id,
  name: Text,
  unit: z.enum(PARAMETER_UNITS),
  values: z
    .array(
      z.strictObject({
        value: z.union([z.number(), z.string(), z.record(z.string(), z.number())]),
        ...period,
        source: SourceRef,
      }),
    )
    .min(1)
    .describe('oldest first, without overlap; a value may be entered ahead of its day'),
});
export type Parameter = z.infer<typeof Parameter>;
export const ParametersFile = z.strictObject({ parameters: z.array(Parameter).min(1) });

/** knowledge/glossary.yaml: terms of art, each with a gloss of one line. */
export const GlossaryTerm = z.strictObject({
  id: Id,
  term: Text,
  also: z.array(z.string()).optional().describe('other spellings in texts, any language'),
  unlike: z.array(z.string()).optional().describe('phrases that hold a spelling but mean something else (没有关系)'),
  gloss: Text,
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
export const GlossaryFile = z.strictObject({ terms: z.array(GlossaryTerm).min(1) });

/**
 * knowledge/terms-of-art.yaml: which words of an answer a reader need not know. A list that people keep, because no
 * count of frequencies tells 关系 as a neighbour says it from 关系 as an agency does.
 */
const WordList = z.strictObject({ 'zh-CN': z.array(z.string().min(1)), en: z.array(z.string().min(1)) });
export const TermsOfArtFile = z.strictObject({
  terms: WordList.describe('must have a gloss wherever they stand in an answer'),
  plain: WordList.describe('uncommon by the count, read and found plain enough to stand without one'),
});
export type TermsOfArtFile = z.infer<typeof TermsOfArtFile>;

/** knowledge/synonyms.yaml: words that people use for one thing; the matcher reads them as the first. */
export const SynonymsFile = z.strictObject({
  synonyms: z.array(z.strictObject({ means: z.string(), said: z.array(z.string()).min(1) })).min(1),
  filler: z.array(z.string()).describe('words that carry no question'),
});
export type SynonymsFile = z.infer<typeof SynonymsFile>;

/** knowledge/neighbours.yaml: what people ask us that is not ours, and who to ask instead. */
export const Neighbour = z.strictObject({
  id: Id,
  name: Text,
  reply: Text.describe('"not here", and where to ask'),
});
export type Neighbour = z.infer<typeof Neighbour>;
export const NeighboursFile = z.strictObject({ neighbours: z.array(Neighbour).min(1) });

/** What a way of asking is filed under: how it is said. */
export const STYLES = [
  'plain',
  'situation',
  'voice',
  'keyword',
  'staff',
  'typo',
  'english',
  'pinyin',
  'traditional',
] as const;
export const Style = z.enum(STYLES);
export type Style = z.infer<typeof Style>;

/**
 * knowledge/asked/<entry>.yaml, asked/neighbours/<kind>.yaml, asked/intents/<intent>.yaml.
 * Ways of asking, by voice (who wrote them: folds for honest evaluation are cut by voice) and style.
 */
export const AskedFile = z.strictObject({
  of: Id.describe('entry, neighbour or intent'),
  asked: z.record(Id, z.partialRecord(Style, z.array(z.string().min(1)).min(1))),
});
export type AskedFile = z.infer<typeof AskedFile>;

/** Utterances that are no question: knowledge/asked/intents/<intent>.yaml. */
export const INTENTS = ['handoff', 'complaint', 'smalltalk'] as const;
export type Intent = (typeof INTENTS)[number];

/** knowledge/traditional.yaml: what the converter to 繁體 would get wrong. */
export const TraditionalFile = z.strictObject({
  overrides: z.array(z.strictObject({ from: z.string(), to: z.string() })).describe('as converted → as wanted'),
});
