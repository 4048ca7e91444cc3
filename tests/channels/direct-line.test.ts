/** The local Direct Line over HTTP, as a client without WebSocket uses it. */
import { createTokens } from '../../bot/channels/direct-line/index.ts';
import {
  asJson,
  ask,
  begin,
  read,
  reconnect,
  say,
  type Talk,
  textsOf,
  withToken,
} from '../helpers/direct-line-client.ts';
import { startTestServer, type TestServer } from '../helpers/test-server.ts';

describe('Direct Line over HTTP', () => {
  let server: TestServer;
  let talk: Talk;
  beforeEach(async () => {
    server = await startTestServer();
    talk = await begin(server.origin);
  });
  afterEach(() => server.close());

  /** All turns of this talk are done when one more has been answered. */
  async function answered(id: string): Promise<void> {
    const claims = createTokens('a key for tests that is long enough to sign', () => new Date('2026-11-20T08:00:00Z'));
    const { answered } = await server.running.talks.post(claims.read(talk.token), { type: 'event', name: id });
    await answered;
  }

  describe('beginning', () => {
    it('gives a token for a conversation that nobody has, valid for a day', async () => {
      const first = await ask(server.origin, 'POST', '/v3/directline/tokens/generate');
      const second = await ask(server.origin, 'POST', '/v3/directline/tokens/generate');
      expect(first.status).toBe(200);
      expect(first.body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 86_400 });
      expect(first.body.conversationId).not.toBe(second.body.conversationId);
    });

    it('names the user in the token, as Microsoft’s clients expect, and lets nobody choose another one', async () => {
      const { body } = await ask(
        server.origin,
        'POST',
        '/v3/directline/tokens/generate',
        asJson({ user: { id: 'boss' } }),
      );
      const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString());
      expect(claims.user).toMatch(/^dl_.{24}$/);
    });

    it('starts a conversation once: 201, and 200 when it is there already', async () => {
      const { body } = await ask(server.origin, 'POST', '/v3/directline/tokens/generate');
      const started = () => ask(server.origin, 'POST', '/v3/directline/conversations', asJson({}, body.token));
      expect((await started()).status).toBe(201);
      expect((await started()).status).toBe(200);
    });

    it('lets the bot say hello once, in the language that the client tells', async () => {
      talk = await begin(server.origin, 'en');
      await ask(server.origin, 'POST', '/v3/directline/conversations', asJson({}, talk.token));
      const { body } = await read(server.origin, talk);
      expect(textsOf(body).filter((text) => text?.startsWith('您好'))).toEqual(['您好 en']);
    });

    it('gives the address of the stream on the host that the client knows', () => {
      const { host } = new URL(server.origin);
      expect(talk.streamUrl).toMatch(new RegExp(`^ws://${host}/v3/directline/conversations/${talk.id}/stream\\?t=`));
    });
  });

  describe('talking', () => {
    it('acknowledges a message with its id and gives it back with the answer, in order', async () => {
      const { status, body } = await say(server.origin, talk, '能转吗');
      expect(status).toBe(200);
      expect(body).toEqual({ id: `${talk.id}|0000002` });
      await answered('done');
      const conversation = await read(server.origin, talk);
      expect(textsOf(conversation.body)).toEqual(['您好', '能转吗', '你说：能转吗']);
    });

    it('gives what comes after a watermark, and the watermark to go on from', async () => {
      await say(server.origin, talk, '一');
      await answered('done');
      const all = await read(server.origin, talk);
      expect(all.body.watermark).toBe(String(all.body.activities.length));
      const rest = await read(server.origin, talk, '2');
      expect(rest.body.activities).toEqual(all.body.activities.slice(2));
      const none = await read(server.origin, talk, all.body.watermark);
      expect(none.body).toEqual({ activities: [], watermark: all.body.watermark });
    });

    it.each(['-1', 'abc', '1e3', '9999999999'])('refuses the watermark %s', async (watermark) => {
      expect(await read(server.origin, talk, watermark)).toMatchObject({
        status: 400,
        body: { code: 'bad-watermark' },
      });
    });

    it('answers messages that come at once one after the other, in their order', async () => {
      const claims = createTokens(
        'a key for tests that is long enough to sign',
        () => new Date('2026-11-20T08:00:00Z'),
      );
      const posts = ['一', '二', '三', '四'].map((text) =>
        server.running.talks.post(claims.read(talk.token), { type: 'message', text }),
      );
      for (const post of posts) await (await post).answered;
      expect(server.bot.heard).toEqual(['一', '二', '三', '四']);
    });

    it('answers a message once that a slow network sends twice, also after a restart', async () => {
      const twice = { channelData: { clientActivityID: 'c1' } };
      const first = await say(server.origin, talk, '能转吗', twice);
      const second = await say(server.origin, talk, '能转吗', twice);
      expect(second.body.id).toBe(first.body.id);
      const heard = server.bot.heard;
      server = await server.restart();
      expect((await say(server.origin, talk, '能转吗', twice)).body.id).toBe(first.body.id);
      expect([...heard, ...server.bot.heard]).toEqual(['能转吗']);
    });

    it('sets who, where and when itself', async () => {
      await say(server.origin, talk, '我是别人', {
        id: 'x',
        from: { id: 'boss', role: 'bot' },
        conversation: { id: 'another' },
        channelId: 'msteams',
        serviceUrl: 'http://evil.example',
        replyToId: 'y',
        recipient: { id: 'z' },
      });
      await answered('done');
      const { body } = await read(server.origin, talk, '1');
      expect(body.activities[0]).toMatchObject({
        id: `${talk.id}|0000002`,
        channelId: 'directline',
        conversation: { id: talk.id },
        from: { id: expect.stringMatching(/^dl_/), role: 'user' },
        recipient: { id: 'yaodian' },
        serviceUrl: 'urn:yaodian:directline',
        timestamp: '2026-11-20T08:00:00.000Z',
      });
      expect(body.activities[0]).not.toHaveProperty('replyToId');
    });

    it('lets the bot hear what was said, and keeps and shows no personal number', async () => {
      await say(server.origin, talk, '我的身份证11010519491231002X', { value: { deep: ['13800138000'] } });
      await answered('done');
      const { body } = await read(server.origin, talk, '1');
      expect(server.bot.heard[0]).toBe('我的身份证11010519491231002X');
      expect(body.activities[0]).toMatchObject({ text: '我的身份证〔证件号〕', value: { deep: ['〔电话〕'] } });
      expect(server.logged.join('\n')).not.toMatch(/身份证|1101051949/);
    });

    it('leaves the id of a client alone, whatever its digits look like', async () => {
      const channelData = { clientActivityID: '13800138000', note: '13800138000' };
      await say(server.origin, talk, '能转吗', { channelData });
      const { body } = await read(server.origin, talk, '1');
      expect(body.activities[0].channelData).toEqual({ clientActivityID: '13800138000', note: '〔电话〕' });
    });

    it('says sorry in the language of the message when a turn fails, and tells nothing of what failed', async () => {
      await say(server.origin, talk, '错', { locale: 'en' });
      await answered('done');
      const { body } = await read(server.origin, talk, '2');
      expect(textsOf(body)).toContain(
        'Sorry, that did not work. It was not your doing; please ask again in a little while.',
      );
      expect(JSON.stringify(body)).not.toMatch(/secret words/);
      expect(server.logged.join('\n')).toMatch(/turn failed/);
      expect(server.logged.join('\n')).not.toMatch(/secret words/);
    });

    it('goes on after a turn that failed', async () => {
      await say(server.origin, talk, '错');
      await say(server.origin, talk, '再来');
      await answered('done');
      expect(textsOf((await read(server.origin, talk)).body)).toContain('你说：再来');
    });
  });

  describe('what is refused', () => {
    it.each([
      ['no type', { text: '你好' }, ['type']],
      ['a type that is not for clients', { type: 'conversationUpdate' }, ['type']],
      ['an empty message', { type: 'message', text: '  ' }, ['text']],
      ['a text that is none', { type: 'message', text: 7 }, ['text']],
      ['nothing but a list', [], ['activity']],
      ['a value nested beyond reason', { type: 'message', value: nested(40) }, ['value']],
    ])('%s is a 400 that names the field', async (_, activity, fields) => {
      const path = `/v3/directline/conversations/${talk.id}/activities`;
      const answer = await ask(server.origin, 'POST', path, asJson(activity, talk.token));
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-activity', status: 400, fields } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });

    it('broken JSON is a 400 that repeats nothing of it', async () => {
      const path = `/v3/directline/conversations/${talk.id}/activities`;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${talk.token}` };
      const answer = await ask(server.origin, 'POST', path, { body: '{"text": 我的密码', headers });
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-json' } });
      expect(JSON.stringify(answer.body)).not.toMatch(/密码/);
    });

    it('a message too long for a message is a 413', async () => {
      expect(await say(server.origin, talk, '长'.repeat(4_001))).toMatchObject({
        status: 413,
        body: { code: 'too-large', mostCharacters: 4_000 },
      });
    });

    it('attachments and uploads are a 415 that asks not to send photos of papers', async () => {
      const attached = { attachments: [{ contentType: 'image/png', contentUrl: 'data:,x' }] };
      expect(await say(server.origin, talk, '看图', attached)).toMatchObject({
        status: 415,
        body: { code: 'no-files' },
      });
      const form = new FormData();
      form.append('file', new Blob(['x']), 'id.png');
      const upload = await ask(server.origin, 'POST', `/v3/directline/conversations/${talk.id}/upload`, {
        body: form,
        ...withToken(talk.token),
      });
      expect(upload).toMatchObject({ status: 415, body: { code: 'no-files', title: expect.stringMatching(/身份证/) } });
    });

    it('more messages than a person types are a 429 that says when to try again', async () => {
      await server.close();
      server = await startTestServer({
        limits: { requestsPerMinute: 1_000, conversationsPerMinute: 10, messagesPerMinute: 2, openStreams: 1 },
      });
      talk = await begin(server.origin);
      const statuses = [];
      for (const text of ['一', '二', '三']) statuses.push((await say(server.origin, talk, text)).status);
      expect(statuses).toEqual([200, 200, 429]);
      expect((await say(server.origin, talk, '四')).headers.get('retry-after')).toBe('30');
      server.advance(30);
      expect((await say(server.origin, talk, '五')).status).toBe(200);
    });

    it('more conversations than one address begins are a 429', async () => {
      await server.close();
      server = await startTestServer({
        limits: { requestsPerMinute: 1_000, conversationsPerMinute: 1, messagesPerMinute: 10, openStreams: 1 },
      });
      const generate = () => ask(server.origin, 'POST', '/v3/directline/tokens/generate');
      expect((await generate()).status).toBe(200);
      expect(await generate()).toMatchObject({
        status: 429,
        body: { code: 'too-many-requests', retryAfterSeconds: 60 },
      });
    });
  });

  describe('tokens', () => {
    const everyWay = (id: string): [string, string][] => [
      ['POST', '/v3/directline/tokens/refresh'],
      ['POST', '/v3/directline/conversations'],
      ['GET', `/v3/directline/conversations/${id}`],
      ['GET', `/v3/directline/conversations/${id}/activities`],
    ];

    it('are needed everywhere but for beginning: 401', async () => {
      for (const [method, path] of everyWay(talk.id)) {
        expect(await ask(server.origin, method, path)).toMatchObject({ status: 401, body: { code: 'no-token' } });
      }
    });

    it('open nothing of a stranger: 403, and nothing is said or read', async () => {
      const stranger = await begin(server.origin);
      const theirs = { ...talk, token: stranger.token };
      for (const answer of [
        await say(server.origin, theirs, '偷偷说'),
        await read(server.origin, theirs),
        await reconnect(server.origin, theirs),
      ]) {
        expect(answer).toMatchObject({ status: 403, body: { code: 'not-your-conversation' } });
      }
      expect(server.bot.heard).toEqual([]);
    });

    it('of another key, without a signature or changed by a letter are refused: 403', async () => {
      const [head, payload, signature] = talk.token.split('.');
      const other = createTokens('quite another key, and long enough as well', () => new Date('2026-11-20T08:00:00Z'));
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      for (const token of [
        other.issue({ conversation: talk.id, user: 'dl_x' }).token,
        `${none}.${payload}.`,
        `${head}.${payload}.${signature?.split('').reverse().join('')}`,
        'nonsense',
      ]) {
        expect(await read(server.origin, { ...talk, token })).toMatchObject({
          status: 403,
          body: { code: 'bad-token' },
        });
      }
    });

    it('expire: 403 that says so', async () => {
      server.advance(86_399);
      expect((await read(server.origin, talk)).status).toBe(200);
      server.advance(1);
      expect(await read(server.origin, talk)).toMatchObject({ status: 403, body: { code: 'expired-token' } });
      expect(await ask(server.origin, 'POST', '/v3/directline/tokens/refresh', withToken(talk.token))).toMatchObject({
        status: 403,
      });
    });

    it('are renewed while they hold, for the same conversation and user', async () => {
      server.advance(80_000);
      const { body } = await ask(server.origin, 'POST', '/v3/directline/tokens/refresh', withToken(talk.token));
      expect(body.conversationId).toBe(talk.id);
      server.advance(80_000);
      expect((await read(server.origin, { ...talk, token: body.token })).status).toBe(200);
    });

    it('for a stream are not for talking', async () => {
      const token = new URL(talk.streamUrl).searchParams.get('t') ?? '';
      expect(await read(server.origin, { ...talk, token })).toMatchObject({ status: 403, body: { code: 'bad-token' } });
    });
  });

  describe('after a restart', () => {
    it('the same token opens the same conversation and nothing is missing', async () => {
      await say(server.origin, talk, '能转吗');
      await answered('done');
      const before = await read(server.origin, talk);
      server = await server.restart();
      const after = await read(server.origin, talk);
      expect(after.body).toEqual(before.body);
      expect((await reconnect(server.origin, talk, '2')).status).toBe(200);
    });

    it('the conversation goes on where it was', async () => {
      await say(server.origin, talk, '一');
      await answered('done');
      const { watermark } = (await read(server.origin, talk)).body;
      server = await server.restart();
      await say(server.origin, talk, '二');
      await answered('done');
      const { body } = await read(server.origin, talk, watermark);
      expect(textsOf(body)).toEqual(['二', '你说：二']);
    });

    it('a message is answered that a crash had left unanswered', async () => {
      const at = '2026-11-20T07:59:00.000Z';
      const activity = {
        type: 'message',
        id: `${talk.id}|0000009`,
        text: '断电前',
        timestamp: new Date(at),
        ...sender(talk.id),
      };
      await server.store.appendActivity({ conversation: talk.id, sequence: 9, at, activity, waiting: true });
      server = await server.restart();
      expect(server.bot.heard).toEqual(['断电前']);
      expect(textsOf((await read(server.origin, talk, '9')).body)).toEqual(['你说：断电前']);
      server = await server.restart();
      expect(server.bot.heard).toEqual([]);
    });

    it('a message is not answered twice whose answer was stored before the crash', async () => {
      const at = '2026-11-20T07:59:00.000Z';
      const id = `${talk.id}|0000009`;
      const asked = { type: 'message', id, text: '断电前', timestamp: new Date(at), ...sender(talk.id) };
      const answer = { type: 'message', text: '答过了', replyToId: id };
      await server.store.appendActivity({ conversation: talk.id, sequence: 9, at, activity: asked, waiting: true });
      await server.store.appendActivity({ conversation: talk.id, sequence: 10, at, activity: answer, waiting: false });
      server = await server.restart();
      expect(server.bot.heard).toEqual([]);
    });
  });

  it('a bot can change and take back what it said, and speak up of its own accord', async () => {
    const { adapter } = server.running.talks;
    const reference = {
      conversation: { id: talk.id, isGroup: false, conversationType: '', name: '' },
      channelId: 'directline',
    };
    let id = '';
    await adapter.continueConversation(reference, async (context) => {
      id = (await context.sendActivity('期限到了'))?.id ?? '';
      await context.sendActivity('作废');
    });
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.updateActivity({ type: 'message', id, text: '期限延到周五' });
      await context.deleteActivity(`${talk.id}|0000003`);
    });
    const { body } = await read(server.origin, talk, '1');
    expect(body.activities).toMatchObject([
      { id, text: '期限延到周五' },
      { id: `${talk.id}|0000003`, type: 'messageDelete' },
    ]);
  });
});

function sender(conversation: string) {
  return {
    channelId: 'directline',
    serviceUrl: 'urn:yaodian:directline',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'dl_me', name: '', role: 'user' },
    recipient: { id: 'yaodian', name: '' },
  };
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}
