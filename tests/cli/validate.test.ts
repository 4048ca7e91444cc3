/** `npm run validate`: clean on what is published, exact on what is broken. */
import { type CopiedEdition, copySmallEdition } from '../helpers/copied-edition.ts';
import { runCommand } from '../helpers/run-command.ts';

describe('validate', () => {
  let edition: CopiedEdition;
  beforeEach(() => {
    edition = copySmallEdition();
  });
  afterEach(() => edition.remove());

  const validate = (...args: string[]) => runCommand('bot/cli/validate.ts', ['--knowledge', edition.folder, ...args]);

  it('ends well on a clean edition, in strict mode too', async () => {
    const { code, out } = await validate('--strict');
    expect(out).toContain('没有发现问题');
    expect(code).toBe(0);
  });

  it('prints file, line, column, the line with a caret, and what to do; and fails', async () => {
    edition.edit('entries/procedure.yaml', 'related: [years]', 'related: [yeers]');
    const { code, out } = await validate('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toMatch(/entries\/procedure\.yaml:38:11 error: there is no entry "yeers"/);
    expect(out).toContain('    related: [yeers]\n              ^');
    expect(out).toContain('Did you mean "years"?');
  });

  it('works the examples out again in strict mode', async () => {
    edition.edit('entries/years.yaml', '130 + 50 = 180', '130 + 60 = 180');
    const { code, out } = await validate('--strict', '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('it gives 190.00');
  });

  it('lists the entries past their review day', async () => {
    const { out } = await validate('--due', '2026-08-01', '--lang', 'en');
    expect(out).toContain('procedure since 2026-07-01');
    expect(out).not.toContain('years since');
  });

  it('measures how plain the texts are', async () => {
    const { out } = await validate('--style', '--lang', 'en');
    expect(out).toMatch(/sentences, [\d.]+ long on average/);
  });

  it('lists the terms of art that nothing explains, with entry and line; in strict mode they are errors', async () => {
    edition.write(
      'terms-of-art.yaml',
      'terms: { zh-CN: [缴费记录], en: [record] }\nplain: { zh-CN: [缴费], en: [henan, wang] }\n',
    );
    const { out } = await validate('--style', '--lang', 'en');
    expect(out).toMatch(/years {2}\S*entries\/years\.yaml:16 {2}"缴费记录" is a term of art and nothing explains it/);
    expect(out).toMatch(/years {2}\S*entries\/years\.yaml:16 {2}"record" is a term of art/);
    const strict = await validate('--strict', '--lang', 'en');
    expect(strict.out).toContain('Give it a gloss in glossary.yaml');
    expect(strict.code).toBe(1);
  });

  it('gives every problem as JSON for a program', async () => {
    edition.edit('entries/years.yaml', 'topic: transfer', 'topic: nowhere');
    const { out } = await validate('--json');
    expect(JSON.parse(out)).toMatchObject([{ code: 'unknown-topic', line: 2, column: 8, facts: { id: 'nowhere' } }]);
  });
});
