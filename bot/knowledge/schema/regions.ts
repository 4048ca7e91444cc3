/** knowledge/regions.yaml: provinces, the Corps and their cities, with what people call them. */
import { z } from 'zod';
import { Id } from './common.ts';

const names = z.strictObject({ short: z.string(), full: z.string() });

export const City = z.strictObject({
  code: z.string(),
  name: z.string(),
  short: z.string(),
  en: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  note: z.string().optional(),
});
export type City = z.infer<typeof City>;

export const Region = z.looseObject({
  id: Id,
  zh_hans: names,
  zh_hant: names,
  en: z.string(),
  abbr: z.array(z.string()),
  aliases: z.array(z.string()),
  cities: z.array(City),
  districts: z.array(z.strictObject({ code: z.string(), name: z.string() })).optional(),
});
export type Region = z.infer<typeof Region>;

/** The file is taken over from the national list of regions; its own notes and codes are kept, not used. */
export const RegionsFile = z.looseObject({
  regions: z.array(Region).min(1),
  ambiguous: z.array(z.strictObject({ text: z.string(), candidates: z.array(Id), note: z.string() })),
});
