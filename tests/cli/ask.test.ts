/** `npm run ask`: one question, one answer, with what was decided on request. */
import { runCommand } from '../helpers/run-command.ts';

const ask = (...args: string[]) => runCommand('bot/cli/ask.ts', args);

describe('ask', () => {
  it('prints the answer with its source, its days and the edition', async () => {
    const { code, out } = await ask('转移养老保险要走哪几步？多长时间办完？');
    expect(code).toBe(0);
    expect(out).toContain('最多三个15个工作日');
    expect(out).toContain('国办发〔2009〕66号 第八条 · 2010年1月1日 起 · national 2026.11.1');
  });

  it('gives as JSON what was decided, for whom and as of when', async () => {
    const { out } = await ask(
      '要缴满多少年才能按月领养老金？',
      '--province',
      'guangdong',
      '--hukou',
      '河南',
      '--as-of',
      '2031-03-01',
      '--lang',
      'en',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({
      decision: 'answer',
      entries: ['minimum-years'],
      province: 'guangdong',
      hukou: 'henan',
      asOf: '2031-03-01',
      edition: '2026.11.1',
      language: 'en',
    });
    expect(out).toContain('16 years');
  });

  it.each([
    [['问', '--province', 'gaungdong'], 'guangdong'],
    [['问', '--lang', 'fr'], 'zh-CN, zh-Hant, en'],
    [['问', '--as-of', 'yesterday'], 'YYYY-MM-DD'],
    [[], 'npm run ask'],
  ])('refuses %j with what would be possible', async (args, hint) => {
    const { code, errors } = await ask(...args);
    expect(code).toBe(1);
    expect(errors).toContain(hint);
  });
});
