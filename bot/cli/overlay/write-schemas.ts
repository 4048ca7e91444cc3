/** `schema`: writes the JSON Schemas of overlay files, for editors that check while one types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { overlayJsonSchemas } from '../../overlays/index.ts';
import type { OverlayCommand } from './command.ts';

export const writeSchemas: OverlayCommand = async ({ knowledgeDir, print }) => {
  const folder = path.join(knowledgeDir, 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(overlayJsonSchemas())) {
    writeFileSync(path.join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
    print(path.relative(process.cwd(), path.join(folder, name)));
  }
  return 0;
};
