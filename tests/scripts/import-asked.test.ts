/** Plain text by many hands → the edition's ways of asking, to which it only adds. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copySmallEdition } from '../helpers/copied-edition.ts';
import { runCommand } from '../helpers/run-command.ts';

/** Given an edition and what an author wrote, when it is imported. */
async function importText(files: Readonly<Record<string, string>>) {
  const { folder: knowledge } = copySmallEdition();
  const folder = mkdtempSync(path.join(tmpdir(), 'asked-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const read = (file: string) => readFileSync(path.join(knowledge, 'asked', file), 'utf8');
  const before = read('years.yaml');
  const { code, out, errors } = await runCommand('scripts/import-asked.ts', [folder, '--knowledge', knowledge]);
  return { code, out, errors, before, read };
}

describe('Importing ways of asking', () => {
  it('adds a new voice below the others and leaves their lines as they are', async () => {
    const { code, before, read } = await importText({ 'nurse-1.txt': '# years\np| 我妈要交够几年才行\nk| 年限' });
    expect(code).toBe(0);
    expect(read('years.yaml').startsWith(before.trimEnd())).toBe(true);
    expect(read('years.yaml').slice(before.trimEnd().length)).toContain('nurse:');
    expect(read('years.yaml')).toContain('- 我妈要交够几年才行');
  });

  it('leaves out what is there already and what another entry is asked by', async () => {
    const { out, read } = await importText({ 'nurse-1.txt': '# years\np| 要交够几年？\np| 办转移要几天' });
    expect(out).toContain('1 same words');
    expect(out).toContain('1 asked of another already');
    expect(read('years.yaml')).not.toContain('办转移要几天');
  });

  it('keeps English sentences apart that share most of their letters', async () => {
    const { read } = await importText({
      'nurse-1.txt': '# years\ne| how many years must she pay in\ne| how many years must he have paid in all',
    });
    expect(read('years.yaml')).toContain('how many years must she pay in');
    expect(read('years.yaml')).toContain('how many years must he have paid in all');
  });

  it('says which line it cannot read and which target there is not', async () => {
    const { out, errors, code } = await importText({ 'nurse-1.txt': '# yaers\np| 要几年\n# years\n没有字母的一行' });
    expect(code).toBe(0);
    expect(out).toContain('entry:yaers');
    expect(errors).toContain('nurse-1.txt:4');
  });
});
