/** The WebSocket stream of the local Direct Line. */
import { connect } from 'node:net';
import { begin, type OpenStream, openStream, reconnect, say, type Talk } from '../helpers/direct-line-client.ts';
import { startTestServer, type TestServer } from '../helpers/test-server.ts';

describe('the stream of a conversation', () => {
  let server: TestServer;
  let talk: Talk;
  beforeEach(async () => {
    server = await startTestServer();
    talk = await begin(server.origin);
  });
  afterEach(() => server.close());

  it('brings the greeting that was said before it was opened, then everything at once, in order', async () => {
    const stream = await openStream(talk.streamUrl);
    expect(await stream.texts(1)).toEqual(['您好']);
    await say(server.origin, talk, '能转吗');
    expect(await stream.texts(3)).toEqual(['您好', '能转吗', '你说：能转吗']);
    expect(stream.watermark()).toBe('3');
  });

  it('shows that the bot is typing, before the answer', async () => {
    const stream = await openStream(talk.streamUrl);
    await say(server.origin, talk, '能转吗');
    await stream.texts(3);
    expect(stream.types()).toEqual(['message', 'message', 'typing', 'message']);
  });

  it('after a restart brings what was missed, and nothing twice', async () => {
    const before = await openStream(talk.streamUrl);
    await say(server.origin, talk, '一');
    await before.texts(3);
    before.close();
    await before.closed;
    await say(server.origin, talk, '二');

    server = await server.restart();
    const { body } = await reconnect(server.origin, talk, '3');
    expect(body).toMatchObject({ conversationId: talk.id, token: expect.any(String) });
    const after = await openStream(body.streamUrl);
    expect(await after.texts(2)).toEqual(['二', '你说：二']);
    await say(server.origin, talk, '三');
    expect(await after.texts(4)).toEqual(['二', '你说：二', '三', '你说：三']);
  });

  it('brings a long conversation whole', async () => {
    for (let sequence = 2; sequence <= 501; sequence++) {
      const activity = { type: 'message', text: `第${sequence}句` };
      await server.store.appendActivity({
        conversation: talk.id,
        sequence,
        at: '2026-11-20T08:00:00.000Z',
        activity,
        waiting: false,
      });
    }
    server = await server.restart();
    const stream = await openStream((await reconnect(server.origin, talk)).body.streamUrl);
    const texts = await stream.texts(501);
    expect(texts).toHaveLength(501);
    expect([texts[1], texts[500]]).toEqual(['第2句', '第501句']);
  });

  it('says goodbye when the server stops, after the answers under way', async () => {
    const stream = await openStream(talk.streamUrl);
    const waiting = server.bot.waiting();
    await say(server.origin, talk, '等');
    await waiting;
    const closing = server.running.close();
    server.bot.openGate();
    expect(await closing).toBe(0);
    expect(await stream.closed).toBe(1001);
    expect(await stream.texts(3)).toEqual(['您好', '等', '你说：等']);
  });

  it('does not hold up a stop when its client is gone without a word', async () => {
    const { pathname, search } = new URL(talk.streamUrl);
    await new Promise<void>((opened, fail) => {
      const socket = connect(server.running.port, '127.0.0.1', () =>
        socket.write(
          `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        ),
      );
      // It reads and never answers.
      socket.on('data', () => opened());
      socket.on('error', fail);
    });
    expect(await server.running.close()).toBe(0);
  });

  describe('is refused', () => {
    const streamOf = (path: string) =>
      openStream(`${server.origin.replace('http', 'ws')}/v3/directline/conversations/${path}`);

    it('without a token, or with one for talking: 403', async () => {
      await expect(streamOf(`${talk.id}/stream?t=`)).rejects.toThrow('403');
      await expect(streamOf(`${talk.id}/stream?t=${talk.token}`)).rejects.toThrow('403');
    });

    it('with the token of another conversation: 403', async () => {
      const stranger = await begin(server.origin);
      const token = new URL(stranger.streamUrl).searchParams.get('t');
      await expect(streamOf(`${talk.id}/stream?t=${token}`)).rejects.toThrow('403');
    });

    it('a minute after its address was given: 403', async () => {
      server.advance(60);
      await expect(openStream(talk.streamUrl)).rejects.toThrow('403');
    });

    it('anywhere else: 404', async () => {
      await expect(streamOf(`${talk.id}/other?t=x`)).rejects.toThrow('404');
    });

    it('when one conversation has five already: 429, and not when one of them is closed', async () => {
      const streams: OpenStream[] = [];
      for (let i = 0; i < 5; i++) streams.push(await openStream(talk.streamUrl));
      await expect(openStream(talk.streamUrl)).rejects.toThrow('429');
      streams[0]?.close();
      await streams[0]?.closed;
      // The server has seen the closing once it has answered a request sent after it.
      await reconnect(server.origin, talk);
      await expect(openStream(talk.streamUrl)).resolves.toBeDefined();
    });

    it('when there are as many as the process serves: 429', async () => {
      await server.close();
      const limits = { requestsPerMinute: 1_000, conversationsPerMinute: 10, messagesPerMinute: 10, openStreams: 1 };
      server = await startTestServer({ limits });
      await openStream((await begin(server.origin)).streamUrl);
      await expect(openStream((await begin(server.origin)).streamUrl)).rejects.toThrow('429');
    });
  });

  it('is told to use WebSocket when it comes by plain HTTP: 426', async () => {
    expect((await fetch(talk.streamUrl.replace('ws', 'http'))).status).toBe(426);
  });
});
