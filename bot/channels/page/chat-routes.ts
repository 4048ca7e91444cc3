/** The chat page over HTTP: shown whole, posted to, read on. One talk, opened by one cookie. */
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'restify';
import { addressForLimits, clientAddress, createRateLimit, errorFacts, HttpProblem, tooMany } from '../http/index.ts';
import { readCookie, writeCookie } from './http/cookies.ts';
import { readForm } from './http/read-form.ts';
import { isSameSite } from './http/same-site.ts';
import { sendBack, sendPage } from './http/send-page.ts';
import { createMostAsked } from './most-asked.ts';
import { createPageTalks, type OpenTalk } from './page-talks.ts';
import { type PageTools, refuse } from './page-tools.ts';
import { readTalk, recentOf } from './read-talk.ts';
import { renderAddition, renderChatPage } from './render/chat-page.ts';
import type { PageContext } from './render/page-context.ts';
import { sayPlace } from './render/places.ts';
import { changeSettings, type Settings, settingsCookie } from './settings.ts';

const COOKIE = 'yaodian-talk';
/** As long as its token. */
const COOKIE_SECONDS = 24 * 3600;

type Handler = (request: Request, response: Response) => Promise<void>;

export interface ChatRoutes {
  readonly show: Handler;
  readonly say: Handler;
  readonly readOn: Handler;
  readonly forget: Handler;
  /** A language chosen on the page holds for the answers of the talk too. */
  readonly changeLanguage: (request: Request, settings: Settings) => Promise<void>;
}

/** Something that went wrong with a message, in words, and the message to keep. */
interface Trouble {
  readonly notice: 'empty' | 'tooMany' | 'tooLarge' | 'failed';
  readonly status: number;
  readonly draft: string;
}

export function createChatRoutes(tools: PageTools): ChatRoutes {
  const { deps, contextOf, isSecure } = tools;
  const talks = createPageTalks(deps.talks, deps.tokens);
  const mostAsked = createMostAsked(deps.store, deps.now);
  const begun = createRateLimit(deps.limits.conversationsPerMinute, deps.now);

  const talkOf = (request: Request): OpenTalk | undefined => {
    const token = readCookie(request.headers.cookie, COOKIE);
    return token === undefined ? undefined : talks.open(token);
  };

  const talkCookie = (request: Request, token: string): string =>
    writeCookie(COOKIE, token, {
      sameSite: 'Strict',
      httpOnly: true,
      secure: isSecure(request),
      maxAgeSeconds: token === '' ? 0 : COOKIE_SECONDS,
    });

  /** A new talk, its language set when the person chose one. @throws HttpProblem too-many-requests */
  async function begin(request: Request, context: PageContext): Promise<OpenTalk> {
    const seconds = begun.take(addressForLimits(clientAddress(request, deps.trustedProxies)));
    if (seconds > 0) throw tooMany('too-many-requests', seconds);
    const talk = talks.start();
    if (context.settings.chosen) await sayLanguage(talk, context.settings);
    return talk;
  }

  async function sayLanguage(talk: OpenTalk, { language }: Settings): Promise<void> {
    const [text] = deps.wording.list(language, `chat:command.${language}`);
    if (text !== undefined) await talk.say({ text, locale: language, id: randomUUID(), quiet: true });
  }

  async function sendWhole(
    request: Request,
    response: Response,
    context: PageContext,
    talk: OpenTalk | undefined,
    more: { readonly trouble?: Trouble; readonly all?: boolean; readonly cookies?: readonly string[] } = {},
  ): Promise<void> {
    const activities = talk ? await talk.read() : [];
    const said = readTalk(activities);
    const shown = more.all ? said : recentOf(said);
    const { language } = context.settings;
    const page = renderChatPage(
      {
        talk: shown,
        earlier: said.pieces.length - shown.pieces.length,
        asked: await mostAsked.list(deps.service.snapshot(), language, context.today),
        composer: {
          watermark: activities.length,
          messageId: randomUUID(),
          staffed: said.staffed,
          ...(more.trouble
            ? { notice: context.say(`page:notice.${more.trouble.notice}`), draft: more.trouble.draft }
            : {}),
        },
      },
      context,
    );
    await sendPage(request, response, page, {
      status: more.trouble?.status ?? 200,
      cookies: [...(more.cookies ?? []), ...(talk ? [talkCookie(request, talk.token)] : [])],
    });
  }

  async function sendAddition(
    request: Request,
    response: Response,
    context: PageContext,
    talk: OpenTalk,
    after: number,
  ): Promise<void> {
    const activities = await talk.read();
    const addition = renderAddition(readTalk(activities, after), activities.length, context);
    await sendPage(request, response, addition, { cookies: [talkCookie(request, talk.token)] });
  }

  return {
    async show(request, response) {
      const query = new URLSearchParams(request.getQuery());
      const before = contextOf(request);
      const settings = changeSettings(before.settings, new URLSearchParams({ lang: query.get('lang') ?? '' }));
      const switched = settings.language !== before.settings.language;
      await sendWhole(request, response, contextOf(request, settings), talkOf(request), {
        all: query.has('all'),
        cookies: switched ? [settingsCookie(settings, isSecure(request))] : [],
      });
    },

    async say(request, response) {
      if (!isSameSite(request.headers)) return refuse(request, response, tools);
      const context = contextOf(request);
      const fields = readForm(request);
      const text = (fields.get('text') ?? '').trim() || sayPlace(fields, context) || '';
      let talk = talkOf(request);
      try {
        if (text === '') throw new HttpProblem('bad-activity');
        talk ??= await begin(request, context);
        await talk.say({ text, locale: context.settings.language, id: fields.get('id') || randomUUID() });
      } catch (error) {
        const trouble = troubleOf(error, text);
        if (trouble.notice === 'failed') deps.log.error(errorFacts(error), 'a message of the page was not answered');
        return sendWhole(request, response, context, talk, { trouble });
      }
      if (wantsAddition(request)) return sendAddition(request, response, context, talk, watermarkOf(fields));
      sendBack(response, '/#latest', [talkCookie(request, talk.token)]);
    },

    async readOn(request, response) {
      const talk = talkOf(request);
      if (!talk || !wantsAddition(request)) return sendBack(response, '/');
      const after = watermarkOf(new URLSearchParams(request.getQuery()));
      await sendAddition(request, response, contextOf(request), talk, after);
    },

    async forget(request, response) {
      if (!isSameSite(request.headers)) return refuse(request, response, tools);
      const { settings } = contextOf(request);
      const [text] = deps.wording.list(settings.language, 'chat:command.restart');
      // What the bot remembers goes too; should that fail, the cookie goes all the same.
      await talkOf(request)
        ?.say({ text: text ?? '', locale: settings.language, id: randomUUID(), quiet: true })
        .catch((error: unknown) => deps.log.warn(errorFacts(error), 'a talk was left, but not forgotten'));
      sendBack(response, '/', [talkCookie(request, '')]);
    },

    async changeLanguage(request, settings) {
      const talk = talkOf(request);
      // The page changes its language all the same; the talk follows with what is written next.
      if (talk)
        await sayLanguage(talk, settings).catch((error: unknown) =>
          deps.log.warn(errorFacts(error), 'language not told'),
        );
    },
  };
}

/** The script asks for the new bubbles only. */
function wantsAddition(request: Request): boolean {
  return request.headers['yaodian-part'] === 'talk';
}

function watermarkOf(fields: URLSearchParams): number {
  const after = fields.get('after') ?? '';
  return /^\d{1,9}$/.test(after) ? Number(after) : 0;
}

function troubleOf(error: unknown, draft: string): Trouble {
  const { code, status } = error instanceof HttpProblem ? error : { code: undefined, status: 500 };
  if (code === 'bad-activity') return { notice: 'empty', status, draft };
  if (code === 'too-many-requests') return { notice: 'tooMany', status, draft };
  if (code === 'too-large') return { notice: 'tooLarge', status, draft };
  return { notice: 'failed', status: 500, draft };
}
