/** What every request goes through, and the stop that loses nothing. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { contentSecurityPolicy } from '../../bot/channels/http/index.ts';
import { createDurableStore } from '../../bot/store/index.ts';
import { asJson, ask, begin, read, say, textsOf } from '../helpers/direct-line-client.ts';
import { startTestServer, type TestServer } from '../helpers/test-server.ts';

const GENERATE = '/v3/directline/tokens/generate';

describe('the server', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  describe('errors', () => {
    it.each([
      ['GET', '/nowhere', 404, 'not-found'],
      ['DELETE', '/healthz', 405, 'method-not-allowed'],
      ['POST', '/api/cases/unknown', 404, 'no-such-case'],
    ])('%s %s is %s as problem+json', async (method, path, status, code) => {
      const answer = await ask(server.origin, method, path);
      expect(answer).toMatchObject({ status, body: { type: 'about:blank', title: expect.any(String), status, code } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });

    it.each([
      ['zh-CN,zh;q=0.9', '没有这个地址'],
      ['zh-HK', '沒有這個地址'],
      ['fr,en;q=0.5', 'There is nothing at this address'],
      ['fr', '没有这个地址'],
    ])('are said in the language asked for: %s', async (accepted, title) => {
      const { body } = await ask(server.origin, 'GET', '/nowhere', { headers: { 'accept-language': accepted } });
      expect(body.title).toBe(title);
    });

    it('of ours are a 500 without a detail', async () => {
      const answer = await ask(server.origin, 'GET', '/api/openapi.json');
      expect(answer.body).toEqual({
        type: 'about:blank',
        title: '服务器出错了，请稍后再试',
        status: 500,
        code: 'failed',
      });
      expect(server.logged.join('\n')).toMatch(/request failed/);
    });
  });

  describe('bodies', () => {
    it('of more than 64 kB are a 413, whether the length is told or not', async () => {
      const large = JSON.stringify({ text: 'x'.repeat(70_000) });
      const headers = { 'content-type': 'application/json' };
      expect(await ask(server.origin, 'POST', GENERATE, { body: large, headers })).toMatchObject({
        status: 413,
        body: { code: 'too-large', mostBytes: 65_536 },
      });
      const chunked = new Blob([large]).stream();
      const untold = { body: chunked, headers, duplex: 'half' } as RequestInit;
      expect(await ask(server.origin, 'POST', GENERATE, untold)).toMatchObject({
        status: 413,
        body: { code: 'too-large' },
      });
    });

    it('that are compressed are a 415: a small one may unpack to gigabytes', async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      const body = new Uint8Array(gzipSync(Buffer.alloc(10_000_000, ' ')));
      expect(await ask(server.origin, 'POST', GENERATE, { body, headers })).toMatchObject({ status: 415 });
    });

    it('that are neither JSON nor a form are a 415', async () => {
      const body = { body: '<xml/>', headers: { 'content-type': 'text/xml' } };
      expect(await ask(server.origin, 'POST', GENERATE, body)).toMatchObject({
        status: 415,
        body: { code: 'media-type' },
      });
    });
  });

  describe('headers', () => {
    it('keep every answer to itself: nothing from elsewhere, no guessing of types, no referrer', async () => {
      const { headers } = await ask(server.origin, 'GET', '/healthz');
      const { host } = new URL(server.origin);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; connect-src 'self' " +
          `ws://${host} wss://${host}; img-src 'self' data:; object-src 'none'; base-uri 'none'; ` +
          "form-action 'self'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('server')).toBeNull();
    });

    it('give each request an id, which is the one in the log', async () => {
      const { headers } = await ask(server.origin, 'GET', '/nowhere');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(server.logged.join('\n')).toContain(headers.get('x-request-id'));
    });

    it('let no host into the policy that is not plainly a host', () => {
      expect(contentSecurityPolicy('x;script-src *')).toMatch(/connect-src 'self';/);
      expect(contentSecurityPolicy(undefined)).toMatch(/connect-src 'self';/);
      expect(contentSecurityPolicy('[::1]:3978')).toMatch(/connect-src 'self' ws:\/\/\[::1\]:3978 wss/);
    });
  });

  describe('requests that are none', () => {
    it.each([
      ['a host that is no host', 'GET /healthz HTTP/1.1\r\nHost: x;y *\r\nConnection: close\r\n\r\n', 400],
      ['a host with an impossible port', 'GET / HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n', 400],
      ['an address that can’t be parsed', 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
      ['a path that can’t be decoded', 'GET /api/cases/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
      ['two slashes', 'GET //evil.example/.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
      ['no path', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 200],
      [
        'an encoding that is none',
        `POST ${GENERATE} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\nConnection: close\r\n\r\n`,
        400,
      ],
      ['no HTTP', 'hello\r\n\r\n', 400],
    ])('such as %s get their answer, and the server lives on', async (_, text, status) => {
      expect(await raw(server.running.port, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect((await ask(server.origin, 'GET', '/healthz')).status).toBe(200);
    });

    it('such as an upgrade to anywhere are refused, and one that breaks off hurts nobody', async () => {
      const upgrade = 'HTTP/1.1\r\nHost: x;\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
      expect(await raw(server.running.port, `GET /%zz/stream?t=1 ${upgrade}`)).toMatch(/^HTTP\/1.1 404/);
      expect(await raw(server.running.port, `GET /v3/directline/conversations/%zz/stream?t=1 ${upgrade}`)).toMatch(
        /^HTTP\/1.1 403/,
      );
      expect((await ask(server.origin, 'GET', '/healthz')).status).toBe(200);
    });
  });

  describe('the log', () => {
    it('has no address, no query, no id of a conversation and no text', async () => {
      const talk = await begin(server.origin);
      await say(server.origin, talk, '我在东莞干了八年');
      await read(server.origin, talk, '1');
      await ask(server.origin, 'GET', '/nowhere?phone=13800138000');
      const log = server.logged.join('\n');
      expect(log).toMatch(/"route":"\/v3\/directline\/conversations\/:id\/activities","status":200/);
      for (const personal of ['东莞', '127.0.0.1', 'watermark=', '13800138000', talk.id, talk.token]) {
        expect(log).not.toContain(personal);
      }
    });
  });

  describe('health', () => {
    it('is alive as long as it answers', async () => {
      expect(await ask(server.origin, 'GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    });

    it('is ready with the edition, the overlays and the store told', async () => {
      server.advance(90);
      expect((await ask(server.origin, 'GET', '/readyz')).body).toEqual({
        status: 'ready',
        knowledge: {
          edition: 'national 2026.11',
          loadedAt: '2026-11-20T00:00:00.000Z',
          editionProblems: 0,
          overlays: 0,
          troubled: [],
        },
        store: { state: 'ok', waiting: 0, lost: 0 },
        upSeconds: 90,
      });
    });

    it('says which overlay is in trouble, and answers people all the same', async () => {
      await server.close();
      const region = { region: 'guangdong', version: '3', drifted: 0 };
      server = await startTestServer({
        service: {
          snapshot: () => {
            throw new Error('not asked for');
          },
          status: () => ({
            edition: 'national 2026.11',
            loadedAt: '2026-11-20T00:00:00.000Z',
            editionProblems: [],
            regions: [
              { ...region, state: 'last-good', problems: [] },
              { ...region, region: 'henan', state: 'live', problems: [] },
            ],
          }),
          close: async () => {},
        },
      });
      const { status, body } = await ask(server.origin, 'GET', '/readyz');
      expect([status, body.status, body.knowledge.overlays]).toEqual([200, 'degraded', 2]);
      expect(body.knowledge.troubled).toEqual([{ region: 'guangdong', version: '3', state: 'last-good', problems: 0 }]);
    });

    it('is not counted against anybody’s limit', async () => {
      await server.close();
      server = await startTestServer({
        limits: { requestsPerMinute: 1, conversationsPerMinute: 9, messagesPerMinute: 9, openStreams: 9 },
      });
      for (let i = 0; i < 5; i++) expect((await ask(server.origin, 'GET', '/healthz')).status).toBe(200);
    });
  });

  describe('limits of an address', () => {
    const limits = { requestsPerMinute: 2, conversationsPerMinute: 100, messagesPerMinute: 100, openStreams: 1 };
    const from = (address: string) =>
      ask(server.origin, 'GET', '/nowhere', { headers: { 'x-forwarded-for': address } });

    it('are a 429 with the seconds to wait, and over once they have passed', async () => {
      await server.close();
      server = await startTestServer({ limits });
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await ask(server.origin, 'GET', '/nowhere')).status);
      expect(statuses).toEqual([404, 404, 429]);
      expect((await ask(server.origin, 'GET', '/nowhere')).headers.get('retry-after')).toBe('30');
      server.advance(30);
      expect((await ask(server.origin, 'GET', '/nowhere')).status).toBe(404);
    });

    it('can’t be escaped by writing another address into a header', async () => {
      await server.close();
      server = await startTestServer({ limits });
      const statuses = [];
      for (let i = 1; i <= 3; i++) statuses.push((await from(`203.0.113.${i}`)).status);
      expect(statuses).toEqual([404, 404, 429]);
    });

    it('behind a proxy go by what the proxy saw, not by what the client wrote before it', async () => {
      await server.close();
      server = await startTestServer({ limits, trustedProxies: 1 });
      const statuses = [];
      for (let i = 1; i <= 3; i++) statuses.push((await from(`10.0.0.${i}, 203.0.113.5`)).status);
      expect(statuses).toEqual([404, 404, 429]);
      expect((await from('203.0.113.6')).status).toBe(404);
    });
  });

  describe('stopping', () => {
    it('finishes the answers under way and stores them before it is done', async () => {
      const talk = await begin(server.origin);
      const waiting = server.bot.waiting();
      await say(server.origin, talk, '等');
      await say(server.origin, talk, '还有一句');
      await waiting;
      const closing = server.running.close();
      server.bot.openGate();
      expect(await closing).toBe(0);
      const kept = await server.store.activitiesSince(talk.id, 0, 10);
      expect(textsOf({ activities: kept.map(({ activity }) => activity) })).toEqual([
        '您好',
        '等',
        '还有一句',
        '你说：等',
        '你说：还有一句',
      ]);
    });

    it('takes no new connection, and tells an open one to come back in a while', async () => {
      const talk = await begin(server.origin);
      const waiting = server.bot.waiting();
      await say(server.origin, talk, '等');
      await waiting;
      const line = await openLine(server.running.port);
      // Half a request holds the line open while the server begins to stop.
      await line.write('GET /nowhere HTTP/1.1\r\n');
      const closing = server.running.close();
      const answer = await line.ask('Host: localhost\r\nConnection: close\r\n\r\n');
      expect(answer).toMatch(/^HTTP\/1.1 503/);
      expect(answer).toMatch(/Retry-After: 5/i);
      server.bot.openGate();
      await closing;
      await expect(ask(server.origin, 'GET', '/healthz')).rejects.toThrow();
    });

    it('does not wait forever, and the message it gave up on is answered after the next start', async () => {
      await server.close();
      server = await startTestServer({ stopSeconds: 0 });
      const talk = await begin(server.origin);
      const waiting = server.bot.waiting();
      await say(server.origin, talk, '等');
      await waiting;
      expect(await server.running.close()).toBe(1);
      const left = await server.store.claimUnanswered('2026-11-20T09:00:00.000Z', '2026-11-20T08:00:00.000Z');
      expect(left.map(({ activity }) => activity.text)).toEqual(['等']);
    });

    it('may be told twice', async () => {
      expect(await Promise.all([server.running.close(), server.running.close()])).toEqual([0, 0]);
    });
  });

  it('answers when the database is away, and says so on health', async () => {
    await server.close();
    const away = async () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    };
    const log = { info: () => {}, warn: () => {} };
    const store = await createDurableStore({ open: away, now: () => new Date('2026-11-20T08:00:00Z'), log });
    server = await startTestServer({ store });
    const talk = await begin(server.origin);
    expect((await say(server.origin, talk, '能转吗')).status).toBe(200);
    await say(server.origin, talk, '还能吗');
    const { body } = await ask(server.origin, 'POST', '/v3/directline/conversations', asJson({}, talk.token));
    expect(body.conversationId).toBe(talk.id);
    expect(textsOf((await read(server.origin, talk)).body)).toEqual(
      expect.arrayContaining(['您好', '能转吗', '还能吗']),
    );
    expect((await ask(server.origin, 'GET', '/readyz')).body).toMatchObject({
      status: 'degraded',
      store: { state: 'degraded', since: '2026-11-20T08:00:00.000Z' },
    });
  });
});

/** Bytes as no library would send them. @returns the whole answer */
function raw(port: number, text: string): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => done(answer));
    socket.on('error', fail);
  });
}

interface Line {
  readonly write: (text: string) => Promise<void>;
  /** @returns the first piece of the answer, with all headers */
  readonly ask: (text: string) => Promise<string>;
}

/** A connection to write to piece by piece. */
function openLine(port: number): Promise<Line> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      done({
        write: (text) => new Promise((written) => socket.write(text, () => written())),
        ask: (text) =>
          new Promise((answered) => {
            socket.once('data', (chunk) => answered(String(chunk)));
            socket.write(text);
          }),
      }),
    );
    socket.on('error', fail);
  });
}
