/** The page that holds Microsoft's Web Chat: a line above it, the window, nothing else. */
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

export function renderWebChatPage({ settings, say, asset }: PageContext, nonce: string): Html {
  return html`<!doctype html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('page:webchat.title')}</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('tokens.css')}">
<link rel="stylesheet" href="${asset('webchat.css')}">
<script src="${asset('webchat.js')}" defer></script>
<script src="${asset('start-webchat.js')}" defer></script>
</head>
<body>
<p class="about">${say('page:webchat.about')} <a href="/">${say('page:webchat.plain')}</a></p>
<main id="webchat" data-locale="${settings.language}" data-nonce="${nonce}" data-failed="${say('page:webchat.failed')}"><p class="about" role="status">${say('page:webchat.loading')}</p></main>
</body>
</html>`;
}
