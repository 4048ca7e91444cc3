/** `npm run overlay`: what an editor of a province sees and does, as typed in a terminal. */
import path from 'node:path';
import { type CopiedOverlays, copyOverlays } from '../helpers/copied-overlays.ts';
import { type Ran, runCommand } from '../helpers/run-command.ts';

let copy: CopiedOverlays;

beforeEach(() => {
  copy = copyOverlays();
});
afterEach(() => copy.remove());

const overlay = (...args: string[]): Promise<Ran> =>
  runCommand('bot/cli/overlay.ts', [
    ...args,
    '--lang',
    'en',
    '--knowledge',
    copy.folder,
    '--data',
    path.join(copy.folder, 'data'),
  ]);

describe('overlay status', () => {
  it('lists every overlay with what is served of it', async () => {
    const { code, out } = await overlay('status');
    expect(code).toBe(0);
    expect(out).toContain(
      'guangdong: live, version 3 (published, read against 2026.02), 1 added, 2 deleted, 3 refined',
    );
    expect(out).toContain('sichuan: draft, not served');
  });

  it('says what is wrong with a broken one, and nothing ill of the others', async () => {
    copy.edit('overlays/henan/overlay.yaml', 'status: published', 'status: publised');
    const { code, out } = await overlay('status');
    expect(code).toBe(1);
    expect(out).toContain('henan: off');
    expect(out).toContain('Did you mean "published"?');
    expect(out).toContain('guangdong: live');
  });
});

describe('overlay show', () => {
  it('gives each line with level, file, line, approver and day', async () => {
    const { out } = await overlay('show', 'guangdong', 'years', '--as-of', '2026-11-23');
    expect(out).toContain('short: The later words of Guangdong.');
    expect(out).toMatch(/\[province guangdong\] \S*guangdong\/refinements\/years\.yaml:28 测试乙 2026-06-20/);
    expect(out).toMatch(/\[national\] \S*entries\/years\.yaml:23 2026-01-01/);
  });

  it('says what was said on another day', async () => {
    const { out } = await overlay('show', 'guangdong', 'years', '--as-of', '2026-02-20');
    expect(out).toContain('short: The earlier words of Guangdong.');
  });

  it('says that an entry is deleted here', async () => {
    expect((await overlay('show', 'guangdong', 'portal', '--as-of', '2026-11-23')).out).toContain('(deleted here)');
  });

  it('knows what a misspelt entry was meant to be, and prints nothing else', async () => {
    const { code, out, errors } = await overlay('show', 'guangdong', 'yeers');
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('Nearest: years');
  });

  it.each(['2026-13-45', '2026-02-30', 'tomorrow'])('refuses %s, which is no day', async (day) => {
    const { code, errors } = await overlay('show', 'guangdong', 'years', '--as-of', day);
    expect(code).toBe(2);
    expect(errors).toContain(`"${day}" is not a day`);
  });

  it('refuses an option that there is none of with the usage, not with a stack', async () => {
    const { code, errors } = await overlay('show', 'guangdong', '--as-off', '2026-02-20');
    expect(code).toBe(2);
    expect(errors).toMatch(/^Usage: npm run overlay/);
    expect(errors).not.toContain('    at ');
  });
});

describe('overlay diff', () => {
  it('shows old and new words under each other, and what is gone', async () => {
    const { out } = await overlay('diff', 'guangdong', '--as-of', '2026-11-23');
    expect(out).toContain('- portal');
    expect(out).toContain(
      '~ offices points.call\n    - Name the province and city.\n    + Name the city and township.',
    );
    expect(out).toContain('+ procedure points.guangdong-arrive');
    expect(out).toContain('- offices “去哪个窗口问”');
  });

  it('of a city tells what the city changes, not what its province did', async () => {
    const { out } = await overlay('diff', 'guangdong/shenzhen', '--as-of', '2026-11-23');
    expect(out).toContain('+ procedure points.shenzhen-appointment');
    expect(out).toContain('way of asking guangdong-shenzhen-counter: 深圳的窗口怎么预约？');
    expect(out).not.toContain('guangdong-portal');
    expect(out).not.toContain('镇街社保窗口在哪');
  });
});

describe('overlay drift and accept', () => {
  it('shows old, new and local words, and clears when they are accepted', async () => {
    expect((await overlay('drift', 'guangdong')).code).toBe(0);
    copy.edit('entries/offices.yaml', 'Name the province and city.', 'Say the province and city.');
    const { code, out } = await overlay('drift', 'guangdong');
    expect(code).toBe(1);
    expect(out).toContain('refinement points.call @ 2010-01-01: the words below have changed');
    expect(out).toContain('old:   Name the province and city.  (2026.02)');
    expect(out).toContain('new:   Say the province and city.  (2026.02)');
    expect(out).toContain('local: Name the city and township.');
    expect((await overlay('accept', 'guangdong', 'offices', '--reviewer', '李四')).out).toContain(
      'offices.yaml (李四)',
    );
    expect((await overlay('drift', 'guangdong')).code).toBe(0);
    expect(copy.read('overlays/guangdong/refinements/offices.yaml')).toContain('by: 李四');
  });

  it('has nothing to accept of a deleted way of asking, whose words stand in the deletion itself', async () => {
    copy.remove('overlays/guangdong/refinements/offices.yaml');
    const { code, out } = await overlay('accept', 'guangdong', 'offices', '--reviewer', '李四');
    expect([code, out.trim()]).toEqual([0, '"offices" has not changed; there is nothing to accept.']);
  });

  it('shows the other language where only that has changed', async () => {
    copy.edit('entries/offices.yaml', '说出省和市。', '先说省和市。');
    const { out } = await overlay('drift', 'guangdong');
    expect(out).toContain('old:   说出省和市。');
    expect(out).toContain('new:   先说省和市。');
  });

  it('accepts words that were never read before, which no service would take up', async () => {
    copy.write(
      'overlays/henan/refinements/years.yaml',
      'entry: years\nchanges:\n  - { approver: 丁, when: 2026-02-20, reason: x, source: x, short: { zh-CN: 短, en: Short } }\n',
    );
    expect((await overlay('check', 'henan')).code).toBe(1);
    await overlay('accept', 'henan', 'years', '--reviewer', '丁');
    expect((await overlay('check', 'henan')).code).toBe(0);
  });
});

describe('overlay impact', () => {
  it('lists each question whose answer changes, and how', async () => {
    copy.write('questions.txt', '网上可以办转移吗\n要交够几年\n他们不肯给我转\n{"q":"粤省平台怎么申请"}\n');
    const questions = path.join(copy.folder, 'questions.txt');
    const { out } = await overlay('impact', 'guangdong', '--questions', questions, '--as-of', '2026-11-23');
    expect(out).toMatch(/goes elsewhere {2}"网上可以办转移吗" {2}portal → /);
    expect(out).toMatch(/other words {5}"要交够几年" {2}years/);
    expect(out).toMatch(/"粤省平台怎么申请" .*→ guangdong-portal/);
    expect(out).not.toContain('他们不肯给我转');
    expect(out).toContain('3 of 4 questions are answered differently.');
  });
});

describe('overlay impact without questions', () => {
  it('asks what the overlay has deleted, and shows where it goes now', async () => {
    const { out } = await overlay('impact', 'guangdong', '--as-of', '2026-11-23');
    expect(out).toMatch(/goes elsewhere {2}"去哪个窗口问" {2}offices → (?!offices)/);
  });
});

describe('overlay check', () => {
  it('of a region that there is none of says so', async () => {
    const { code, errors } = await overlay('check', 'guandong');
    expect(code).toBe(2);
    expect(errors).toContain('Nearest: guangdong');
  });
});

describe('overlay new', () => {
  it('makes a folder that is valid as it stands and changes nothing', async () => {
    expect((await overlay('new', 'beijing')).code).toBe(0);
    expect((await overlay('check', 'beijing')).out).toContain('1 overlays, no problem found.');
    expect((await overlay('diff', 'beijing')).out).toContain('No difference.');
    expect(copy.read('overlays/beijing/overlay.yaml')).toContain('status: draft');
  });

  it('makes one for a city that is named', async () => {
    expect((await overlay('new', 'henan/zhengzhou', '--city', '郑州')).code).toBe(0);
    expect((await overlay('check', 'henan/zhengzhou')).code).toBe(0);
  });

  it('refuses a city that the province has none of, and a name that leads elsewhere', async () => {
    expect((await overlay('new', 'henan/luoyang', '--city', '深圳')).errors).toContain('is not a city of "henan"');
    expect((await overlay('new', 'henan/../elsewhere', '--city', '郑州')).code).toBe(2);
    expect((await overlay('new', 'henan/refinements', '--city', '郑州')).code).toBe(2);
    expect((await overlay('check')).code).toBe(0);
  });

  it('refuses a region that there is none of, and one that is there', async () => {
    expect((await overlay('new', 'beijng')).errors).toContain('Nearest: beijing');
    expect((await overlay('new', 'henan')).errors).toContain('has an overlay already');
  });
});
