/** knowledge/cues.yaml: small words that tell what a place or a person in a message is for. */
import { z } from 'zod';

const around = z.strictObject({ before: z.array(z.string()), after: z.array(z.string()) });

export const CuesFile = z.strictObject({
  places: z.strictObject({ hukou: around, work: around, from: around, to: around }),
  persons: z.strictObject({ female: z.array(z.string()), male: z.array(z.string()) }),
  negation: z.array(z.string()),
});
export type CuesFile = z.infer<typeof CuesFile>;
