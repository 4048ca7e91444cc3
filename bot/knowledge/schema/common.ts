/**
 * The small shapes that every knowledge file is made of: ids, dates, texts in several languages
 * and references to an article. One definition serves validation, TypeScript types and the
 * JSON Schema that editors load (`npm run schema`).
 */
import { z } from 'zod';

/** Languages a person can be answered in. zh-Hant is converted from zh-CN unless a text gives its own. */
export const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('kebab-case, stable for ever: links, overlays and logs refer to it');

export const IsoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .describe('a day, YYYY-MM-DD');

/** A text per language. `{{name}}` is replaced by the parameter of that name at the day asked about. */
export const Text = z
  .strictObject({
    'zh-CN': z.string().min(1),
    'zh-Hant': z.string().min(1).optional().describe('only where the converter would be wrong'),
    en: z.string().min(1).optional(),
  })
  .describe('one text, per language');
export type Text = z.infer<typeof Text>;

/** `document-id#article-id`, both from sources.yaml, e.g. `gbf-2009-66#4.2`. */
export const SourceRef = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9.]+$/)
  .describe('document#article, as listed in sources.yaml');

/** The days on which something holds; `until` is the last such day, absent while it still holds. */
export const period = {
  from: IsoDate.describe('first day on which this holds'),
  until: IsoDate.optional().describe('last day on which this holds; leave out while it still does'),
};

/** Which end of a move a text speaks for: the province left, the province reached, or both. */
export const Side = z.enum(['origin', 'destination', 'any']);
export type Side = z.infer<typeof Side>;
