/** Commands called in a way they cannot be called: what is wrong, what was meant, how to call them. Never a stack. */
import { runCommand } from '../helpers/run-command.ts';

describe('A command', () => {
  it('says which option it has not, and which one was meant', async () => {
    const { code, errors } = await runCommand('bot/cli/validate.ts', ['--strct']);
    expect(code).toBe(2);
    expect(errors).toBe(
      '没有“--strct”这个选项。是不是“--strict”？\n' +
        '用法：npm run validate [-- --strict] [--style] [--due [日期]] [--json] [--lang zh-CN|zh-Hant|en]\n',
    );
  });

  it('says so in the language asked for', async () => {
    const { errors } = await runCommand('bot/cli/ask.ts', ['--lang', 'en', '--provnce', 'guangdong']);
    expect(errors).toContain('There is no option "--provnce". Did you mean "--province"?');
  });

  it('asks for the value that an option lacks', async () => {
    const { code, errors } = await runCommand('bot/cli/ask.ts', ['退保', '--province']);
    expect(code).toBe(2);
    expect(errors).toContain('有一个选项缺了值');
  });

  it.each(['ask', 'case', 'evaluate', 'suggest', 'train', 'validate', 'overlay'])(
    'called %s shows no stack for an option nobody knows',
    async (name) => {
      const { code, errors } = await runCommand(`bot/cli/${name}.ts`, ['--nosuch']);
      expect(code).toBe(2);
      expect(errors).toContain(`npm run ${name}`);
      expect(errors).not.toContain('node:internal');
    },
  );

  it('tells how it is called when asked for help', async () => {
    const { code, out } = await runCommand('bot/cli/evaluate.ts', ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('npm run evaluate');
  });
});
