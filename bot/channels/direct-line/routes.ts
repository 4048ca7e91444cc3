/**
 * Direct Line 3.0 over HTTP, as Microsoft's clients speak it. Anyone may begin a conversation; everything else needs
 * the token of that conversation.
 */
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import {
  addressForLimits,
  type ChannelLimits,
  clientAddress,
  createRateLimit,
  HttpProblem,
  tooMany,
} from '../http/index.ts';
import { readClientActivity } from './read-activity.ts';
import type { Talks } from './talks.ts';
import type { Claims, Tokens } from './tokens.ts';

export interface DirectLineRoutes {
  readonly talks: Talks;
  readonly tokens: Tokens;
  readonly limits: ChannelLimits;
  readonly trustedProxies: number;
  readonly now: () => Date;
}

const BASE = '/v3/directline';

export function mountDirectLine(server: Server, deps: DirectLineRoutes): void {
  const { talks, tokens } = deps;
  const begun = createRateLimit(deps.limits.conversationsPerMinute, deps.now);

  server.post(`${BASE}/tokens/generate`, async (request: Request, response: Response) => {
    const seconds = begun.take(addressForLimits(clientAddress(request, deps.trustedProxies)));
    if (seconds > 0) throw tooMany('too-many-requests', seconds);
    send(response, 200, tokenBody(tokens.newClaims()));
  });

  server.post(`${BASE}/tokens/refresh`, async (request: Request, response: Response) => {
    send(response, 200, tokenBody(claimsOf(request)));
  });

  server.post(`${BASE}/conversations`, async (request: Request, response: Response) => {
    const claims = claimsOf(request);
    const { isNew, greeted } = await talks.start(claims, localeIn(request.body));
    // So that a client that asks now and then finds the greeting at its first time.
    await greeted;
    send(response, isNew ? 201 : 200, { ...tokenBody(claims), streamUrl: streamUrl(request, claims, 0) });
  });

  server.get(`${BASE}/conversations/:id`, async (request: Request, response: Response) => {
    const claims = claimsFor(request);
    const watermark = watermarkOf(request);
    send(response, 200, { ...tokenBody(claims), streamUrl: streamUrl(request, claims, watermark) });
  });

  server.post(`${BASE}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const { id } = await talks.post(claimsFor(request), readClientActivity(request.body));
    send(response, 200, { id });
  });

  server.get(`${BASE}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const watermark = watermarkOf(request);
    const kept = await talks.since(claimsFor(request), watermark);
    send(response, 200, {
      activities: kept.map(({ activity }) => activity),
      watermark: String(kept.at(-1)?.sequence ?? watermark),
    });
  });

  // Files would be pictures of identity cards; there is nothing we would do with them.
  server.post(`${BASE}/conversations/:id/upload`, async () => {
    throw new HttpProblem('no-files');
  });

  server.get(`${BASE}/conversations/:id/stream`, async () => {
    throw new HttpProblem('upgrade-required');
  });

  function tokenBody(claims: Claims) {
    const { token, expiresInSeconds } = tokens.issue(claims);
    return { conversationId: claims.conversation, token, expires_in: expiresInSeconds };
  }

  function streamUrl(request: IncomingMessage, claims: Claims, watermark: number): string {
    const token = tokens.issueForStream(claims, watermark);
    return `${originForSockets(request, deps.trustedProxies)}${BASE}/conversations/${claims.conversation}/stream?t=${token}`;
  }

  function claimsOf(request: Request) {
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new HttpProblem('no-token');
    return tokens.read(token);
  }

  /** The token must be of the conversation in the address. */
  function claimsFor(request: Request) {
    const claims = claimsOf(request);
    if (request.params.id !== claims.conversation) throw new HttpProblem('not-your-conversation');
    return claims;
  }
}

function send(response: Response, status: number, body: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json(status, body);
}

function watermarkOf(request: Request): number {
  const given = new URLSearchParams(request.getQuery()).get('watermark') ?? '';
  if (given !== '' && !/^\d{1,9}$/.test(given)) throw new HttpProblem('bad-watermark');
  return Number(given);
}

function localeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('locale' in body)) return undefined;
  return typeof body.locale === 'string' && body.locale.length <= 35 ? body.locale : undefined;
}

/** `ws://host`: as the client reached us. A forged Host header misleads nobody but its sender. */
function originForSockets(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? String(request.headers['x-forwarded-proto'] ?? '') : '';
  const secure = forwarded.split(',')[0]?.trim() === 'https';
  return `${secure ? 'wss' : 'ws'}://${request.headers.host ?? 'localhost'}`;
}
