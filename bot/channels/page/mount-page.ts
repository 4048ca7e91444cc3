/** The routes of the pages people look at: the chat, one entry, the cases, the stock client, and their static files. */
import path from 'node:path';
import type { Request, Response, Server } from 'restify';
import { LANGUAGES } from '../../knowledge/index.ts';
import { createCaseRoutes } from './case/case-routes.ts';
import { createChatRoutes } from './chat-routes.ts';
import { createEntryRoute } from './entry-route.ts';
import { readForm } from './http/read-form.ts';
import { isSameSite } from './http/same-site.ts';
import { sendBack, sendPage } from './http/send-page.ts';
import { readStaticFiles } from './http/static-files.ts';
import type { PageDeps } from './page-deps.ts';
import { createPageTools, guard, refuse } from './page-tools.ts';
import { renderMessagePage } from './render/entry-page.ts';
import { changeSettings, type Settings, settingsCookie } from './settings.ts';
import { createWebChatRoute } from './webchat-route.ts';

const HERE = import.meta.dirname;
const STATIC = ['tokens.css', 'page.css', 'page.js', 'icon.svg', 'webchat.css', 'start-webchat.js'];
const CASE_STATIC = ['case.css', 'case.js'];

export function mountPage(server: Server, deps: PageDeps): void {
  const files = readStaticFiles({
    ...Object.fromEntries(STATIC.map((name) => [name, path.join(HERE, 'static', name)])),
    ...Object.fromEntries(CASE_STATIC.map((name) => [name, path.join(HERE, 'case', 'static', name)])),
    'webchat.js': path.join(HERE, 'vendor', 'webchat.js'),
  });
  const tools = createPageTools(deps, files);
  const chat = createChatRoutes(tools);
  const cases = createCaseRoutes(tools);

  const changeSettingsOf = async (request: Request, response: Response) => {
    if (!isSameSite(request.headers)) return refuse(request, response, tools);
    const fields = readForm(request);
    const settings = changeSettings(tools.contextOf(request).settings, fields);
    if (LANGUAGES.some((language) => language === fields.get('lang'))) await chat.changeLanguage(request, settings);
    sendBack(response, pathOf(fields.get('back'), settings), [settingsCookie(settings, tools.isSecure(request))]);
  };

  const sendStatic = async (request: Request, response: Response) => {
    const name: unknown = request.params.name;
    if (await files.send(request, response, String(name))) return;
    await sendPage(request, response, renderMessagePage('notFound', tools.contextOf(request)), { status: 404 });
  };

  server.get('/', guard(tools, chat.show));
  server.head('/', guard(tools, chat.show));
  server.get('/talk', guard(tools, chat.readOn));
  server.post('/talk', guard(tools, chat.say));
  server.post('/talk/forget', guard(tools, chat.forget));
  server.post('/settings', guard(tools, changeSettingsOf));
  server.get('/entry/:id', guard(tools, createEntryRoute(tools)));
  server.get('/case', guard(tools, cases.list));
  server.get('/case/deadlines.ics', guard(tools, cases.calendar));
  server.get('/case/:kind', guard(tools, cases.show));
  server.get('/webchat', guard(tools, createWebChatRoute(tools)));
  server.get('/static/:name', guard(tools, sendStatic));
}

/** Back to a page of ours, whatever the field says; an address that names its language names the new one. */
function pathOf(back: string | null, { language }: Settings): string {
  if (back === null || !/^\/(?![/\\])/.test(back) || !URL.canParse(back, 'http://here')) return '/';
  const { pathname, searchParams, hash } = new URL(back, 'http://here');
  if (searchParams.has('lang')) searchParams.set('lang', language);
  const query = searchParams.toString();
  return `${pathname}${query ? `?${query}` : ''}${hash}`;
}
