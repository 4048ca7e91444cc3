/**
 * The knowledge as it would be with one file changed, before that file is written: a copy of all that is read, checked
 * as a whole, so that nothing is kept which `npm run validate` would refuse.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEdition } from '../../knowledge/index.ts';

/** Not read for an edition, and by far the largest. */
const LEFT_OUT: readonly string[] = ['model', 'overlays', 'schema'];

/** @param file inside the folder @returns the edition with that file, and its problems at the places of the real folder */
export function readChanged(folder: string, file: string, text: string): ReturnType<typeof readEdition> {
  const copy = mkdtempSync(path.join(tmpdir(), 'yaodian-suggest-'));
  try {
    const isRead = (at: string) => !LEFT_OUT.includes(path.relative(folder, at));
    cpSync(folder, copy, { recursive: true, filter: isRead });
    const target = path.join(copy, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    const { edition, problems } = readEdition(copy);
    const placed = problems.map((problem) => {
      const inside = path.relative(copy, path.resolve(problem.file));
      return { ...problem, file: path.relative(process.cwd(), path.join(folder, inside)) };
    });
    return { edition, problems: placed };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
