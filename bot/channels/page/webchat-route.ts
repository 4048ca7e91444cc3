/** `GET /webchat`: Microsoft's stock client on our Direct Line, as it comes, for those who want to see that it works. */
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'restify';
import { sendPage } from './http/send-page.ts';
import type { PageTools } from './page-tools.ts';
import { renderWebChatPage } from './render/webchat-page.ts';

/** It also writes one empty style without the word; this is the fingerprint of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function createWebChatRoute({ contextOf }: PageTools) {
  return async (request: Request, response: Response): Promise<void> => {
    // Web Chat writes its styles into the page; with this word, and only with it, the browser lets it.
    const nonce = randomBytes(16).toString('base64');
    await sendPage(request, response, renderWebChatPage(contextOf(request), nonce), {
      policy: {
        'style-src': `'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
        'style-src-attr': "'unsafe-inline'",
        'img-src': "'self' data: blob:",
        'worker-src': 'blob:',
        'connect-src': `'self' ${socketsOf(request.headers.host)}`,
      },
    });
  };
}

/** Browsers of some years ago don't take `'self'` for a WebSocket. */
function socketsOf(host: string | undefined): string {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : '';
}
