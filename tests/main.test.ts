/** The whole program as `npm start` runs it: started, used, stopped by a signal, killed, started again. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { OVERLAY_KNOWLEDGE } from './helpers/copied-overlays.ts';
import { ask, begin, openStream, read, reconnect, say, textsOf } from './helpers/direct-line-client.ts';
import { until } from './helpers/until.ts';

interface Started {
  readonly origin: string;
  readonly output: () => string;
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
}

describe('the program', () => {
  let folder: string;
  const running: Omit<Started, 'origin'>[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yaodian-main-'));
  });
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  function run(environment: Record<string, string> = {}): Omit<Started, 'origin'> {
    const env = {
      PATH: process.env.PATH ?? '',
      LANG: 'zh_CN.UTF-8',
      PORT: '0',
      KNOWLEDGE_DIR: 'tests/fixtures/small-edition',
      DATA_DIR: path.join(folder, 'data'),
      ...environment,
    };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        child.emit('output');
      });
    }
    const started = {
      child,
      output: () => output,
      ended: new Promise<number | null>((done) => child.on('close', done)),
    };
    running.push(started);
    return started;
  }

  function start(environment?: Record<string, string>): Promise<Started> {
    const started = run(environment);
    return new Promise((done, fail) => {
      started.child.on('output', () => {
        const [, origin] = /要点已启动.*?(http:\/\/\S+)/.exec(started.output()) ?? [];
        if (origin !== undefined) done({ ...started, origin });
      });
      started.child.on('close', () => fail(new Error(started.output())));
    });
  }

  it('answers a real question, and ends in good order when told to', async () => {
    const { origin, child, ended, output } = await start();
    const talk = await begin(origin, 'zh-CN');
    const stream = await openStream(talk.streamUrl);
    await say(origin, talk, '换个省打工，养老保险能转吗');
    const [greeting, question, answer] = await stream.texts(3);
    expect(greeting).not.toBe('');
    expect(question).toBe('换个省打工，养老保险能转吗');
    expect(answer).not.toBe('');
    child.kill('SIGTERM');
    // npm and the terminal both pass it on.
    child.kill('SIGTERM');
    expect(await stream.closed).toBe(1001);
    expect(await ended).toBe(0);
    expect(output()).toMatch(/"turnsLeft":0,"writesLost":0,"writesWaiting":0,"msg":"stopped"/);
    expect(output()).not.toMatch(/换个省打工/);
  });

  it('loses no message that it acknowledged when it is killed, and its tokens still hold', async () => {
    const first = await start();
    const talk = await begin(first.origin, 'zh-CN');
    const questions = ['能退保吗', '要多久', '断缴了怎么办', '12333是什么'];
    const acknowledged = await Promise.all(questions.map((text) => say(first.origin, talk, text)));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(acknowledged.map(({ status }) => status)).toEqual([200, 200, 200, 200]);

    const second = await start();
    const { body } = await read(second.origin, talk);
    expect(textsOf(body)).toEqual(expect.arrayContaining(questions));
    const { streamUrl } = (await reconnect(second.origin, talk)).body;
    const stream = await openStream(streamUrl);
    // A greeting, four questions, and an answer to each.
    expect((await stream.texts(9)).length).toBeGreaterThanOrEqual(9);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('says in health and log which region is out and at which line, and still so after a restart', async () => {
    const knowledge = path.join(folder, 'knowledge');
    cpSync(OVERLAY_KNOWLEDGE, knowledge, { recursive: true });
    const first = await start({ KNOWLEDGE_DIR: knowledge });
    const troubled = async (origin: string) => (await ask(origin, 'GET', '/readyz')).body.knowledge.troubled;
    expect(await troubled(first.origin)).toEqual([]);
    const out = [{ region: 'henan', version: '2', state: 'last-good', problems: 1 }];
    const line = /"level":40[^\n]*"region":"henan","state":"last-good"[^\n]*procedure\.yaml:2:1 yaml-syntax/;

    writeFileSync(path.join(knowledge, 'overlays/henan/refinements/procedure.yaml'), 'entry: [\n');
    await until('Henan is out', async () => (await troubled(first.origin)).length > 0);
    expect(await troubled(first.origin)).toEqual(out);
    expect(first.output()).toMatch(line);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await start({ KNOWLEDGE_DIR: knowledge });
    expect(await troubled(second.origin)).toEqual(out);
    expect(second.output()).toMatch(line);
    const page = await fetch(`${second.origin}/entry/procedure?lang=zh-CN&from=henan&to=henan&asof=2026-11-23`);
    expect(await page.text()).toContain('到河南，窗口和网上都能申请。');
  });

  it('tells the operator all that is wrong with the settings, in words, and does not start', async () => {
    const { ended, output } = run({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/设置有误，没有启动：\n- PORT 应为 0 到 65535 之间的整数。[^\n]*\n- LOG_LEVEL 只能是/);
    expect(output()).not.toMatch(/ {4}at /);
  });

  it('says which port is taken', async () => {
    const blocker = createServer();
    await new Promise<void>((done) => blocker.listen(0, done));
    const address = blocker.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { ended, output } = run({ PORT: port });
    expect(await ended).toBe(1);
    expect(output()).toMatch(new RegExp(`${port} 端口打不开（EADDRINUSE）`));
    await new Promise((done) => blocker.close(done));
  });

  it('says that its data can’t be opened', async () => {
    writeFileSync(path.join(folder, 'data'), 'a file where a folder should be');
    const { ended, output } = run();
    expect(await ended).toBe(1);
    expect(output()).toMatch(/打不开 DATA_DIR 中的数据：.*请检查文件夹的权限/);
  });

  it('is ready within its first seconds and says so', async () => {
    const { origin } = await start();
    const { status, body } = await ask(origin, 'GET', '/readyz');
    expect([status, body.store.state]).toEqual([200, 'ok']);
  });
});
