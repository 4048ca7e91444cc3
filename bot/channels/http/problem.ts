/**
 * Errors as problem+json (RFC 9457): `type`, `title`, `status`, `code`, and facts. `code` is for programs and never
 * changes; `title` is in the language the client asks for.
 */
import type { Request, Response } from 'restify';
import type { Language } from '../../knowledge/index.ts';
import type { Wording } from '../../wording/index.ts';

/** Every problem the server answers with, and its status. The words are in locales/<language>/http.json. */
export const HTTP_PROBLEMS = {
  'bad-json': 400,
  'bad-activity': 400,
  'bad-watermark': 400,
  'bad-request': 400,
  'no-token': 401,
  'not-signed': 401,
  'bad-token': 403,
  'expired-token': 403,
  'not-your-conversation': 403,
  'only-from-this-machine': 403,
  'service-url-not-local': 403,
  'not-found': 404,
  'no-such-conversation': 404,
  'no-such-case': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-large': 413,
  'media-type': 415,
  'no-files': 415,
  'bad-input': 422,
  'upgrade-required': 426,
  'too-many-requests': 429,
  'too-many-streams': 429,
  failed: 500,
  'not-checked': 503,
  stopping: 503,
} as const;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

/** The client must act; nothing here is a bug. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly status: number;
  /** Goes into the answer as it is: never a text the client sent. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: HttpProblemCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'HttpProblem';
    this.code = code;
    this.status = HTTP_PROBLEMS[code];
    this.facts = facts;
  }
}

/** @param retryAfterSeconds told in the header too */
export function tooMany(code: 'too-many-requests' | 'too-many-streams', retryAfterSeconds: number): HttpProblem {
  return new HttpProblem(code, { retryAfterSeconds });
}

/** The body of the answer. */
export function problemBody(problem: HttpProblem, wording: Wording, language: Language): object {
  const { code, status, facts } = problem;
  return { type: 'about:blank', title: wording.in(language)(`http:problem.${code}`), status, code, ...facts };
}

export function sendProblem(request: Request, response: Response, problem: HttpProblem, wording: Wording): void {
  if (response.headersSent) return;
  const language = languageOf(request.headers['accept-language']);
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    'Cache-Control': 'no-store',
  };
  const { retryAfterSeconds } = problem.facts;
  if (typeof retryAfterSeconds === 'number') headers['Retry-After'] = String(retryAfterSeconds);
  // What was not read of a refused body would be taken for the next request.
  if (problem.code === 'too-large') headers.Connection = 'close';
  response.sendRaw(problem.status, JSON.stringify(problemBody(problem, wording, language)), headers);
}

/** @param accept an Accept-Language header, or a locale @returns the nearest language there are words in */
export function languageOf(accept: string | undefined): Language {
  for (const wanted of (accept ?? '').split(',')) {
    const tag = wanted.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
