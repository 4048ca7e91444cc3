/** `npm run case`, as a machine calls it: the real program, its output and its exit code. */
import { spawnSync } from 'node:child_process';

function runCli(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['bot/cli/case.ts', ...args], { encoding: 'utf8' });
  return { status, stdout };
}

const PLACE = '{"hukou":"hunan","relation":"guangdong","stays":[{"region":"guangdong","months":126}]}';

it('prints input, result, trace, sources and day as JSON', () => {
  const { status, stdout } = runCli('benefit-place', '--json', PLACE, '--as-of', '2026-11-24');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'benefit-place',
    input: JSON.parse(PLACE),
    result: { place: 'guangdong', clause: '6.2' },
    sources: ['gbf-2009-66#12', 'gbf-2009-66#6', 'gbf-2009-66#6.2'],
    asOf: '2026-11-24',
  });
});

it('prints a refused input as a problem with field and reason, and fails', () => {
  const { status, stdout } = runCli('retirement', '--json', '{"sex":"male","birth":"1975-13"}', '--lang', 'en');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    status: 422,
    problems: [
      {
        field: 'birth',
        code: 'no-such-month',
        reason: 'A year has 12 months, there is no month 13. Write it like 1975-03.',
      },
    ],
  });
});

it('says it in sentences when asked to', () => {
  const { status, stdout } = runCli('benefit-place', '--json', PLACE, '--say', '--lang', 'en');
  expect(status).toBe(0);
  expect(stdout.split('\n')[0]).toBe('You will draw your pension in Guangdong.');
});
