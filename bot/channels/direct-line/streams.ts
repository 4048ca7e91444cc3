/**
 * The WebSocket stream of a conversation: from the watermark on in order, then whatever is said, the moment it is said.
 * A stream that can't keep up is closed; its client asks for a new one with its watermark and misses nothing.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import { WebSocket, WebSocketServer } from 'ws';
import { addressForLimits, type ChannelLog, clientAddress, errorFacts, HttpProblem } from '../http/index.ts';
import type { Talks } from './talks.ts';
import type { StreamClaims, Tokens } from './tokens.ts';

export interface StreamsOptions {
  readonly talks: Talks;
  readonly tokens: Tokens;
  readonly openStreams: number;
  readonly trustedProxies: number;
  readonly now: () => Date;
  readonly log: ChannelLog;
}

export interface Streams {
  /** For the server's `upgrade` event. @returns false when the address is not a stream's */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly open: () => number;
  /** Says goodbye to all. */
  readonly close: () => void;
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream\?(.*)$/;

/** One person has a phone and a computer, and a stale stream or two. */
const MOST_PER_CONVERSATION = 5;
/** A plant's network may hold many people behind one address; a tenth of all is theirs at most. */
const SHARE_PER_ADDRESS = 0.1;
/** Clients say nothing here but that they are alive. */
const MOST_CLIENT_BYTES = 1_024;
const MOST_BUFFERED_BYTES = 1_000_000;
/** Proxies drop what is silent for a minute. */
const HEARTBEAT_MS = 30_000;

/** To answer a goodbye. */
const GOODBYE_MS = 1_000;

/** Codes of RFC 6455 and its registry. */
const GOING_AWAY = 1001;
const POLICY = 1008;
const TRY_AGAIN_LATER = 1013;

export function createStreams(options: StreamsOptions): Streams {
  const { talks, tokens, now, log } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_CLIENT_BYTES, perMessageDeflate: false });
  const perConversation = createCounter();
  const perAddress = createCounter();
  const mostPerAddress = Math.max(MOST_PER_CONVERSATION, Math.floor(options.openStreams * SHARE_PER_ADDRESS));

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const [, conversation, query] = STREAM_PATH.exec(request.url ?? '') ?? [];
    if (conversation === undefined) return false;
    const address = addressForLimits(clientAddress(request, options.trustedProxies));
    try {
      const claims = tokens.readForStream(new URLSearchParams(query).get('t') ?? '');
      if (claims.conversation !== conversation) throw new HttpProblem('not-your-conversation');
      const full =
        server.clients.size >= options.openStreams ||
        perConversation.of(conversation) >= MOST_PER_CONVERSATION ||
        perAddress.of(address) >= mostPerAddress;
      if (full) throw new HttpProblem('too-many-streams');
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const leave = [perConversation.enter(conversation), perAddress.enter(address)];
        webSocket.once('close', () => {
          for (const left of leave) left();
        });
        serve(webSocket, claims).catch((error: unknown) => {
          log.warn(errorFacts(error), 'stream failed');
          webSocket.terminate();
        });
      });
    } catch (error) {
      refuse(socket, error instanceof HttpProblem ? error.status : 500);
    }
    return true;
  }

  async function serve(webSocket: WebSocket, claims: StreamClaims): Promise<void> {
    let sent = claims.watermark;
    let sending = Promise.resolve();

    const send = (activities: readonly Partial<Activity>[], watermark?: number) => {
      if (webSocket.readyState !== WebSocket.OPEN) return;
      if (webSocket.bufferedAmount > MOST_BUFFERED_BYTES) webSocket.close(TRY_AGAIN_LATER);
      else
        webSocket.send(
          JSON.stringify({ activities, ...(watermark === undefined ? {} : { watermark: `${watermark}` }) }),
        );
    };

    const sendNew = async () => {
      for (;;) {
        const kept = await talks.since(claims, sent);
        const last = kept.at(-1);
        if (last === undefined || webSocket.readyState !== WebSocket.OPEN) return;
        sent = last.sequence;
        send(
          kept.map(({ activity }) => activity),
          sent,
        );
      }
    };
    // One after the other, so that nothing is sent twice or out of order.
    const said = () => {
      sending = sending.then(sendNew).catch((error: unknown) => {
        log.warn(errorFacts(error), 'stream failed');
        webSocket.close(TRY_AGAIN_LATER);
      });
    };
    const shown = (activity: Partial<Activity>) => {
      // After what was said before it.
      sending = sending.then(() => send([activity]));
    };

    const stopListening = await talks.listen(claims, { said, shown });
    const heart = keepAlive(webSocket, () => now().getTime() / 1_000 >= claims.until);
    webSocket.once('close', () => {
      clearInterval(heart);
      stopListening();
    });
    webSocket.on('error', () => webSocket.terminate());
    if (webSocket.readyState !== WebSocket.OPEN) {
      clearInterval(heart);
      stopListening();
    }
    said();
  }

  return {
    upgrade,
    open: () => server.clients.size,
    close() {
      for (const webSocket of server.clients) {
        webSocket.close(GOING_AWAY);
        // A client that is gone without a word would hold up the stop for half a minute.
        setTimeout(() => webSocket.terminate(), GOODBYE_MS).unref();
      }
      server.close();
    },
  };
}

/** Ends a stream whose client is gone without a word, or whose token has expired. */
function keepAlive(webSocket: WebSocket, isOver: () => boolean): NodeJS.Timeout {
  let alive = true;
  webSocket.on('pong', () => {
    alive = true;
  });
  const heart = setInterval(() => {
    if (isOver()) webSocket.close(POLICY);
    else if (!alive) webSocket.terminate();
    alive = false;
    webSocket.ping();
  }, HEARTBEAT_MS);
  heart.unref();
  return heart;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function createCounter() {
  const counts = new Map<string, number>();
  return {
    of: (key: string) => counts.get(key) ?? 0,
    /** @returns to be called once on leaving */
    enter(key: string) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
  };
}
