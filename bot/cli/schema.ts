/** `npm run schema`: writes knowledge/schema/*.schema.json for editors, from the definitions that the validator uses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { FILE_SCHEMAS } from '../knowledge/index.ts';
import { overlayJsonSchemas } from '../overlays/index.ts';
import { readCliSettings } from './cli-settings.ts';

const folder = path.join(readCliSettings().knowledgeDir, 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(FILE_SCHEMAS)) {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  writeFileSync(path.join(folder, `${name}.schema.json`), `${JSON.stringify(json, null, 2)}\n`);
}
for (const [name, json] of Object.entries(overlayJsonSchemas()))
  writeFileSync(path.join(folder, name), `${JSON.stringify(json, null, 2)}\n`);
