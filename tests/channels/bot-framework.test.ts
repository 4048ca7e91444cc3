/** POST /api/messages, as the Emulator and Azure Bot Service send to it. */
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asJson, ask } from '../helpers/direct-line-client.ts';
import { startTestServer, type TestServer } from '../helpers/test-server.ts';

const message = {
  type: 'message',
  id: 'm1',
  channelId: 'emulator',
  conversation: { id: 'c1' },
  from: { id: 'me' },
  recipient: { id: 'bot' },
  text: '能转吗',
  deliveryMode: 'expectReplies',
  timestamp: '2026-11-20T16:00:00+08:00',
};

describe('the Bot Framework without credentials', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());
  const send = (activity: unknown) => ask(server.origin, 'POST', '/api/messages', asJson(activity));

  it('answers an activity that expects its replies', async () => {
    const { status, body } = await send(message);
    expect(status).toBe(200);
    expect(body.activities.map((activity: { type: string; text?: string }) => [activity.type, activity.text])).toEqual([
      ['typing', undefined],
      ['message', '你说：能转吗'],
    ]);
  });

  it('posts its replies to the address on this machine that the activity names', async () => {
    const { url, posted, close } = await startListener();
    const answer = await send({ ...message, deliveryMode: undefined, serviceUrl: url });
    expect(answer.status).toBe(200);
    expect(await posted(2)).toEqual([
      ['/v3/conversations/c1/activities/m1', undefined],
      ['/v3/conversations/c1/activities/m1', '你说：能转吗'],
    ]);
    await close();
  });

  it.each([
    'http://evil.example/',
    'http://127.0.0.1.evil.example',
    'http://192.168.1.1',
    'ftp://localhost',
    'nonsense',
  ])('refuses to post to %s: 403', async (serviceUrl) => {
    expect(await send({ ...message, serviceUrl })).toMatchObject({
      status: 403,
      body: { code: 'service-url-not-local' },
    });
    expect(server.bot.heard).toEqual([]);
  });

  it.each([
    ['came through a proxy', { 'x-forwarded-for': '203.0.113.5' }],
    ['came through a proxy of another kind', { forwarded: 'for=203.0.113.5' }],
    ['is sent by a web page from elsewhere', { origin: 'https://evil.example' }],
    ['is sent to a name that a web page made point here', { host: 'evil.example' }],
  ])('refuses a request that %s: 403', async (_, headers) => {
    const { status, body } = await rawPost(server.running.port, JSON.stringify(message), headers);
    expect([status, JSON.parse(body).code]).toEqual([403, 'only-from-this-machine']);
    expect(server.bot.heard).toEqual([]);
  });

  it.each([
    ['nothing', {}, ['type', 'channelId', 'conversation', 'from', 'recipient']],
    ['no type', { ...message, type: undefined }, ['type']],
    ['a conversation without an id', { ...message, conversation: {} }, ['conversation.id']],
    ['no address for the replies', { ...message, deliveryMode: undefined }, ['serviceUrl']],
    ['members that are none', { ...message, membersAdded: [7] }, ['membersAdded.0']],
    ['a day that is none', { ...message, timestamp: 'yesterday' }, ['timestamp']],
    ['a list', [], ['activity']],
    ['a text that is a number', { ...message, text: 7 }, ['text']],
  ])('answers 400 with the fields to %s', async (_, activity, fields) => {
    const answer = await send(activity);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-activity', fields } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('answers 400 to broken JSON', async () => {
    const broken = { body: '{"type":', headers: { 'content-type': 'application/json' } };
    expect(await ask(server.origin, 'POST', '/api/messages', broken)).toMatchObject({
      status: 400,
      body: { code: 'bad-json' },
    });
  });

  it('says sorry when a turn fails, and tells nothing of what failed', async () => {
    const { body } = await send({ ...message, text: '错', locale: 'zh-TW' });
    expect(body.activities.at(-1).text).toMatch(/^抱歉，這次/);
    expect(JSON.stringify(body) + server.logged.join('')).not.toMatch(/secret words/);
  });
});

describe('the Bot Framework with credentials', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({
      credentials: {
        MicrosoftAppId: '00000000-0000-0000-0000-000000000001',
        MicrosoftAppPassword: 'secret',
        MicrosoftAppType: 'MultiTenant',
      },
    });
  });
  afterEach(() => server.close());

  it.each([
    ['without a signature', undefined],
    ['with something that is no signature', 'nonsense'],
    ['with a token of somebody else', `${part({ alg: 'RS256' })}.${part({ iss: 'https://evil.example' })}.abc`],
  ])('refuses an activity %s: 401', async (_, token) => {
    const answer = await ask(server.origin, 'POST', '/api/messages', asJson(message, token));
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed' } });
    expect(server.bot.heard).toEqual([]);
  });

  it('refuses a token that nobody signed, whether or not Microsoft’s keys can be had: 401 or 503', async () => {
    const token = `${part({ alg: 'none' })}.${part({ iss: 'https://api.botframework.com' })}.`;
    const answer = await ask(server.origin, 'POST', '/api/messages', asJson(message, token));
    expect([
      [401, 'not-signed'],
      [503, 'not-checked'],
    ]).toContainEqual([answer.status, answer.body.code]);
    expect(server.bot.heard).toEqual([]);
  });
});

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Headers such as Host can't be set with fetch. */
function rawPost(
  port: number,
  body: string,
  headers: Record<string, string>,
): Promise<{ status?: number; body: string }> {
  return new Promise((done, fail) => {
    const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
    const call = request(
      { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers: all },
      async (response) => {
        done({ status: response.statusCode, body: await textOf(response) });
      },
    );
    call.on('error', fail);
    call.end(body);
  });
}

/** A small connector: takes what is posted to it. */
async function startListener() {
  const came: [string, string | undefined][] = [];
  let tell = () => {};
  const listener: Server = createServer(async (incoming, response) => {
    came.push([incoming.url ?? '', JSON.parse(await textOf(incoming)).text]);
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"r1"}');
    tell();
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    posted: (many: number) =>
      new Promise<typeof came>((done) => {
        tell = () => {
          if (came.length >= many) done(came);
        };
        tell();
      }),
    close: () =>
      new Promise<void>((done) => {
        listener.close(() => done());
        listener.closeAllConnections();
      }),
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}
