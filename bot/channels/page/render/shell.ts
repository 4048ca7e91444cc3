/** The frame of every page: head, header, what the page is about, footer. No style or script stands in it. */
import { type Html, html } from '../html.ts';
import { renderHeader } from './header.ts';
import type { PageContext } from './page-context.ts';

export interface Shell {
  readonly title: string;
  /** Path and query of this page, to come back to after a setting changed. */
  readonly here: string;
  readonly main: Html;
  /** Stands in the header, second line. */
  readonly header?: Html;
  /** Class of the body. */
  readonly kind: 'chat' | 'entry' | 'case' | 'message';
  readonly script?: string;
  /** Sheets of this page alone, after those of all. */
  readonly styles?: readonly string[];
}

export function renderShell(shell: Shell, context: PageContext): Html {
  const { settings, say, asset } = context;
  return html`<!doctype html>
<html lang="${settings.language}"${settings.theme !== 'auto' && html` data-theme="${settings.theme}"`}${settings.large && html` data-size="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="${settings.theme === 'auto' ? 'light dark' : settings.theme}">
<meta name="description" content="${say('page:description')}">
<title>${shell.title}</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('tokens.css')}">
<link rel="stylesheet" href="${asset('page.css')}">
${shell.styles?.map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
${shell.script && html`<script src="${asset(shell.script)}" defer></script>`}
</head>
<body class="${shell.kind}">
<a class="skip" href="#${shell.kind === 'chat' ? 'text' : 'main'}">${say(shell.kind === 'chat' ? 'page:skip.chat' : 'page:skip.main')}</a>
${renderHeader(context, shell.here, shell.header)}
<main id="main">${shell.main}</main>
${renderFooter(context, shell.kind)}
</body>
</html>`;
}

/** Which edition this is, and that it is a reconstruction: said on every page, not only in the small print of one. */
function renderFooter({ say, edition, settings }: PageContext, kind: Shell['kind']): Html {
  const { title, version, published, provenance } = edition.manifest;
  const inWords = (text: { readonly 'zh-CN': string; readonly en?: string | undefined }) =>
    text[settings.language === 'en' ? 'en' : 'zh-CN'] ?? text['zh-CN'];
  return html`<footer class="foot">
<p><b>${inWords(title)}</b> ${say('page:footer.version', { version, published })}</p>
<p>${inWords(provenance.note)}</p>
<p>${say('page:footer.privacy')}</p>
${kind !== 'case' && html`<p><a href="/case">${say('case-page:list.title')}</a></p>`}
${kind === 'chat' && html`<form method="post" action="/talk/forget"><button class="quiet">${say('page:footer.forget')}</button></form>`}
</footer>`;
}
