/**
 * Tokens of the local Direct Line: signed (HS256), for one conversation and one user, for a limited time. JWT, because
 * Microsoft's clients read the user's id from it. The user's id is ours: somebody who could choose it could choose
 * another person's.
 */
import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { HttpProblem } from '../http/index.ts';

/** What a token opens. */
export interface Claims {
  readonly conversation: string;
  readonly user: string;
}

export interface StreamClaims extends Claims {
  /** Activities after this sequence are sent first. */
  readonly watermark: number;
  /** When the stream ends, in seconds since 1970: with the token that was given out beside its address. */
  readonly until: number;
}

export interface Tokens {
  /** A conversation that nobody has yet. */
  readonly newClaims: () => Claims;
  readonly issue: (claims: Claims) => { readonly token: string; readonly expiresInSeconds: number };
  /** @throws HttpProblem bad-token or expired-token */
  readonly read: (token: string) => Claims;
  /** For the address of a stream: short-lived, because addresses end up in logs. */
  readonly issueForStream: (claims: Claims, watermark: number) => string;
  /** @throws HttpProblem bad-token or expired-token */
  readonly readForStream: (token: string) => StreamClaims;
}

/**
 * A day: a worker asks in the morning and reads on after the shift with the phone in the pocket in between. Clients
 * renew it while they are open.
 */
export const TOKEN_SECONDS = 24 * 3600;
/** A client opens the stream at once; a slow network needs some seconds. */
const STREAM_TOKEN_SECONDS = 60;

export function createTokens(key: string, now: () => Date, tokenSeconds = TOKEN_SECONDS): Tokens {
  const nowSeconds = () => Math.floor(now().getTime() / 1000);
  const sign = (payload: object, seconds: number) =>
    jwt.sign({ ...payload, iat: nowSeconds(), exp: nowSeconds() + seconds }, key, { algorithm: 'HS256' });

  function verify(token: string, use: 'talk' | 'stream'): jwt.JwtPayload {
    let payload: string | jwt.JwtPayload;
    try {
      payload = jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: nowSeconds() });
    } catch (error) {
      throw new HttpProblem(error instanceof jwt.TokenExpiredError ? 'expired-token' : 'bad-token');
    }
    if (typeof payload === 'string' || payload.use !== use) throw new HttpProblem('bad-token');
    return payload;
  }

  return {
    newClaims: () => ({ conversation: randomId(), user: `dl_${randomId()}` }),
    issue: ({ conversation, user }) => ({
      token: sign({ use: 'talk', conv: conversation, user }, tokenSeconds),
      expiresInSeconds: tokenSeconds,
    }),
    read(token) {
      const { conv, user } = verify(token, 'talk');
      return { conversation: String(conv), user: String(user) };
    },
    issueForStream({ conversation, user }, watermark) {
      const until = nowSeconds() + tokenSeconds;
      return sign({ use: 'stream', conv: conversation, user, watermark, until }, STREAM_TOKEN_SECONDS);
    },
    readForStream(token) {
      const { conv, user, watermark, until } = verify(token, 'stream');
      return { conversation: String(conv), user: String(user), watermark: Number(watermark), until: Number(until) };
    },
  };
}

/** 18 random bytes: nobody guesses another's conversation. */
function randomId(): string {
  return randomBytes(18).toString('base64url');
}
