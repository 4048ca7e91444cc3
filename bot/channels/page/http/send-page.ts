/** Sends HTML with the headers every page of ours has: nothing inline, nothing from elsewhere, framed by nobody. */
import type { Request, Response } from 'restify';
import type { Html } from '../html.ts';
import { chooseEncoding, compress } from './compress.ts';

/** What a page may load. Each page says what it needs beyond this; the chat page needs nothing. */
const NOTHING_BUT_OURS: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

export interface SendOptions {
  readonly status?: number;
  readonly cookies?: readonly string[];
  /** Directives that differ, for the page of the stock client. */
  readonly policy?: Readonly<Record<string, string>>;
}

export async function sendPage(
  request: Request,
  response: Response,
  page: Html,
  options: SendOptions = {},
): Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const body = await compress(Buffer.from(page.markup, 'utf8'), encoding, 'each');
  response.writeHead(options.status ?? 200, {
    ...pageHeaders(options.policy),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(body.length),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    ...setCookies(options.cookies),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** After a POST: the browser fetches the page anew, so that reloading it posts nothing twice. */
export function sendBack(response: Response, where: string, cookies?: readonly string[]): void {
  response.writeHead(303, { ...pageHeaders(), Location: where, 'Content-Length': '0', ...setCookies(cookies) });
  response.end();
}

function pageHeaders(policy: Readonly<Record<string, string>> = {}): Record<string, string> {
  const directives = Object.entries({ ...NOTHING_BUT_OURS, ...policy });
  return {
    'Content-Security-Policy': directives.map(([name, value]) => `${name} ${value}`).join('; '),
    // A talk is one person's; on a shared computer the next one must not find it by going back.
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    Vary: 'Accept-Encoding, Cookie',
  };
}

function setCookies(cookies: readonly string[] | undefined): Record<string, string[]> {
  return cookies && cookies.length > 0 ? { 'Set-Cookie': [...cookies] } : {};
}
