/** The JSON Schemas that editors load, by file name under knowledge/schema; from the definitions that check the files. */
import { z } from 'zod';
import { Addition, DeletionsFile, OverlayManifest, Refinement } from './overlay-files.ts';

export function overlayJsonSchemas(): Readonly<Record<string, unknown>> {
  const toSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' });
  return {
    'overlay.schema.json': toSchema(OverlayManifest),
    'overlay-addition.schema.json': toSchema(Addition),
    'overlay-deletions.schema.json': toSchema(DeletionsFile),
    'overlay-refinement.schema.json': toSchema(Refinement),
  };
}
