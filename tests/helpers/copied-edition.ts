/** A writable copy of the small edition, to break one thing and see what is said. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface CopiedEdition {
  readonly folder: string;
  /** Replaces the first occurrence of `before`; fails when it isn't there, so that a test can't pass by accident. */
  readonly edit: (file: string, before: string, after: string) => void;
  readonly write: (file: string, content: string | Buffer) => void;
  readonly remove: () => void;
}

const SMALL = path.resolve(import.meta.dirname, '../fixtures/small-edition');

export function copySmallEdition(): CopiedEdition {
  const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-edition-'));
  cpSync(SMALL, folder, { recursive: true });
  return {
    folder,
    edit: (file, before, after) => {
      const at = path.join(folder, file);
      const text = readFileSync(at, 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
      writeFileSync(
        at,
        text.replace(before, () => after),
      );
    },
    write: (file, content) => writeFileSync(path.join(folder, file), content),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
