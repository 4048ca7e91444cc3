/** The head of every page: name, language, letter size, light or dark. Each is a plain form button. */
import { LANGUAGES, type Language } from '../../../knowledge/index.ts';
import { type Html, html } from '../html.ts';
import type { Theme } from '../settings.ts';
import type { PageContext } from './page-context.ts';

/** As each language writes itself. The full name contains the short one, for people who speak to their phone. */
const NAMES: Readonly<Record<Language, { readonly short: string; readonly full: string }>> = {
  'zh-CN': { short: '简', full: '简体中文' },
  'zh-Hant': { short: '繁', full: '繁體中文' },
  en: { short: 'EN', full: 'EN, English' },
};

/** @param here where to come back to after a setting changed @param more what this page adds to the second line */
export function renderHeader(context: PageContext, here: string, more?: Html): Html {
  const { say, settings } = context;
  return html`<header class="top">
<a class="brand" href="/"><b>${say('page:name')}</b> <span>${say('page:tagline')}</span></a>
<form class="settings" method="post" action="/settings">
<input type="hidden" name="back" value="${here}">
<span class="languages" role="group" aria-label="${say('page:language.label')}">${LANGUAGES.map((language) => {
    const { short, full } = NAMES[language];
    return html`<button name="lang" value="${language}" lang="${language}" aria-label="${full}" aria-pressed="${String(settings.language === language)}">${short}</button>`;
  })}</span>
<span class="looks">
<button class="quiet" name="size" value="${settings.large ? 'normal' : 'large'}">${say(settings.large ? 'page:size.normal' : 'page:size.large')}</button>
${renderThemeSwitch(context)}
</span>
</form>
${more}
</header>`;
}

/** Unless someone chose, the theme is the system's, which only the browser knows: CSS shows the button that fits. */
function renderThemeSwitch({ say, settings }: PageContext): Html {
  const button = (theme: Exclude<Theme, 'auto'>, when = '') =>
    html`<button class="quiet ${when}" name="theme" value="${theme}">${say(`page:theme.${theme}`)}</button>`;
  if (settings.theme === 'auto') return html`${button('dark', 'when-light')}${button('light', 'when-dark')}`;
  return button(settings.theme === 'dark' ? 'light' : 'dark');
}
