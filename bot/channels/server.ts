/**
 * The HTTP server: what every request goes through, the channels on top of it, and a stop that loses nothing that was
 * accepted.
 */
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import type { KnowledgeService } from '../service/index.ts';
import type { DurableStore } from '../store/index.ts';
import type { Wording } from '../wording/index.ts';
import { type BotCredentials, mountBotFramework } from './bot-framework/index.ts';
import { mountCasesApi } from './cases-api/index.ts';
import {
  createStreams,
  createTalks,
  createTokens,
  mountDirectLine,
  type Talks,
  type Tokens,
} from './direct-line/index.ts';
import { mountHealth } from './health/index.ts';
import {
  addressForLimits,
  bodyHandlers,
  type ChannelLimits,
  type ChannelLog,
  clientAddress,
  createRateLimit,
  errorFacts,
  HttpProblem,
  logRequest,
  sendProblem,
  setSecurityHeaders,
  tooMany,
} from './http/index.ts';
import { type ContinueConversation, type RemindersOptions, startReminders } from './reminders/index.ts';
import { type Bot, createTurnErrorHandler, createTurnQueue } from './turns/index.ts';

export interface ServerOptions {
  readonly bot: Bot;
  readonly service: KnowledgeService;
  readonly store: DurableStore;
  readonly wording: Wording;
  readonly log: ChannelLog;
  readonly now: () => Date;
  readonly limits: ChannelLimits;
  /** Proxies of ours in front; 0 for none. */
  readonly trustedProxies: number;
  /** Signs the tokens of Direct Line. */
  readonly signingKey: string;
  readonly credentials: BotCredentials | undefined;
  /** Whether other processes use the same store. */
  readonly sharedStore: boolean;
  /** Takes personal numbers out of a text before it is stored. */
  readonly mask: (text: string) => string;
  /** What waits to be said, and who says it; without it nothing is said unasked. */
  readonly reminders?: Pick<RemindersOptions, 'keeper' | 'send'>;
  /** How long a stop waits for turns that run. */
  readonly stopSeconds: number;
  /** Puts the pages on the server. */
  readonly mountPage?: (server: Server, parts: PageParts) => void;
}

/** What a page needs of the server: talks without HTTP in between, and the same care as the other channels take. */
export interface PageParts
  extends Pick<ServerOptions, 'service' | 'wording' | 'store' | 'limits' | 'trustedProxies' | 'log' | 'now'> {
  readonly talks: Talks;
  readonly tokens: Tokens;
}

export interface RunningServer {
  readonly port: number;
  readonly talks: Talks;
  /**
   * Stops accepting, lets turns that run come to their end, tells the streams goodbye, closes every socket.
   * @returns how many turns were still running when the time was up; their messages are answered after the next start
   */
  readonly close: () => Promise<number>;
}

/** Another process may be at work on a message for so long before it counts as left behind. */
const LEFT_BEHIND_MS = 5 * 60_000;
/** Tells a client that is refused during a stop when somebody else will be there. */
const BACK_IN_SECONDS = 5;

/** @param host undefined for all interfaces @throws when the port is taken */
export async function startServer(options: ServerOptions, port: number, host?: string): Promise<RunningServer> {
  const { bot, service, store, wording, log, now, limits, trustedProxies } = options;
  const startedAt = now();
  let stopping = false;
  const server = createHttpServer(options, () => stopping);
  const queue = createTurnQueue();
  const onTurnError = createTurnErrorHandler(wording, log);
  const tokens = createTokens(options.signingKey, now);
  const talks = createTalks({
    store,
    shared: options.sharedStore,
    bot,
    queue,
    mask: options.mask,
    messagesPerMinute: limits.messagesPerMinute,
    onTurnError,
    now,
    log,
  });
  const streams = createStreams({ talks, tokens, openStreams: limits.openStreams, trustedProxies, now, log });

  mountHealth(server, { knowledge: service.status, store: store.health, stopping: () => stopping, startedAt, now });
  const botFramework = mountBotFramework(server, { bot, queue, credentials: options.credentials, onTurnError });
  const adapters: Readonly<Record<string, ContinueConversation>> = {
    directline: (reference, logic) => talks.adapter.continueConversation(reference, logic),
  };
  const throughBotFramework: ContinueConversation = (reference, logic) =>
    botFramework.continueConversationAsync(options.credentials?.MicrosoftAppId ?? '', reference, logic);
  mountDirectLine(server, { talks, tokens, limits, trustedProxies, now });
  mountCasesApi(server, { snapshot: service.snapshot, wording, now });
  options.mountPage?.(server, { talks, tokens, service, wording, store, limits, trustedProxies, log, now });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (stopping || !streams.upgrade(request, socket, head))
      socket.end('HTTP/1.1 404 Refused\r\nConnection: close\r\n\r\n');
  });

  await listen(server, port, host);
  server.on('error', (error: unknown) => log.error(errorFacts(error), 'server'));
  // Alone with the store, whatever waits was left by a process that is no more.
  const resume = () => talks.resume(new Date(now().getTime() - (options.sharedStore ? LEFT_BEHIND_MS : 0)));
  await resume();
  const stopReminders = options.reminders
    ? startReminders({ ...options.reminders, adapterOf: (id) => adapters[id] ?? throughBotFramework, now, log })
    : () => {};
  const resuming = setInterval(() => {
    if (options.sharedStore) resume().catch((error: unknown) => log.warn(errorFacts(error), 'resume failed'));
  }, LEFT_BEHIND_MS);
  resuming.unref();

  let closed: Promise<number> | undefined;
  async function close(): Promise<number> {
    stopping = true;
    clearInterval(resuming);
    stopReminders();
    const httpClosed = new Promise<void>((done) => server.server.close(() => done()));
    server.server.closeIdleConnections();
    await Promise.race([queue.idle(), after(options.stopSeconds * 1_000)]);
    const left = queue.size();
    streams.close();
    // Answers are on their way now; those few moments are theirs.
    await Promise.race([httpClosed, after(1_000)]);
    server.server.closeAllConnections();
    await httpClosed;
    return left;
  }

  return {
    port: (server.address() as AddressInfo).port,
    talks,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

function createHttpServer(options: ServerOptions, stopping: () => boolean): Server {
  const { log, wording, now, limits, trustedProxies } = options;
  const server = restify.createServer({ name: 'yaodian', ignoreTrailingSlash: true });
  // A header that comes drop by drop holds a socket; so does a body.
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 30_000;
  const requests = createRateLimit(limits.requestsPerMinute, now);

  server.pre((request: Request, response: Response, next: Next) => {
    setSecurityHeaders(request, response);
    response.removeHeader('Server');
    response.setHeader('X-Request-Id', request.getId());
    // restify parses the address later and would let the error end the process.
    if (isReadable(request)) next();
    else next(new HttpProblem('bad-request'));
  });
  server.pre((request: Request, _response: Response, next: Next) => {
    const path = request.getPath();
    if (path === '/healthz' || path === '/readyz') next();
    else if (stopping()) next(new HttpProblem('stopping', { retryAfterSeconds: BACK_IN_SECONDS }));
    else {
      const seconds = requests.take(addressForLimits(clientAddress(request, trustedProxies)));
      if (seconds > 0) next(tooMany('too-many-requests', seconds));
      else next();
    }
  });
  server.use(...bodyHandlers());
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const problem = asProblem(error);
    if (problem.status >= 500 && problem.code !== 'stopping') {
      log.error({ id: request.getId(), ...errorFacts(error) }, 'request failed');
    }
    sendProblem(request, response, problem, wording);
    done();
  });
  server.on('after', (request: Request, response: Response) => logRequest(log, request, response));
  return server;
}

/** Whether host and address of a request make an address at all. */
function isReadable(request: Request): boolean {
  try {
    return request.getPath() !== '';
  } catch {
    return false;
  }
}

/** restify's own errors by what they mean; everything unknown is ours and told without a detail. */
function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  switch (statusOf(error)) {
    case 400:
      return new HttpProblem('bad-json');
    case 404:
      return new HttpProblem('not-found');
    case 405:
      return new HttpProblem('method-not-allowed');
    case 406:
      return new HttpProblem('not-acceptable');
    case 413:
      return new HttpProblem('too-large');
    case 415:
      return new HttpProblem('media-type');
    default:
      return new HttpProblem('failed');
  }
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, fail) => {
    // restify passes the error on as its own event, which would end the process if nobody took it.
    server.once('error', fail);
    server.server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', fail);
      done();
    });
  });
}

function after(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms).unref();
  });
}
