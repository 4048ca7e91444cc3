/** `GET /case`, `GET /case/:kind?…`, `GET /case/deadlines.ics?…`. The inputs are the address; nothing is kept of them. */
import type { Request, Response } from 'restify';
import { writeCalendar } from '../../../cases/index.ts';
import { CASE_KINDS, type CaseKind } from '../../../knowledge/index.ts';
import { sendBack, sendPage } from '../http/send-page.ts';
import type { PageTools } from '../page-tools.ts';
import { renderMessagePage } from '../render/entry-page.ts';
import { changeSettings } from '../settings.ts';
import { readFilledForm } from './filled-form.ts';
import { type CasePageParts, renderCaseList, renderCasePage, renderCaseParts } from './render/case-page.ts';
import { workOutForm } from './work-out.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

export interface CaseRoutes {
  readonly list: Handler;
  readonly show: Handler;
  readonly calendar: Handler;
}

export function createCaseRoutes(tools: PageTools): CaseRoutes {
  /** The language of the address is that of this page; what the person chose elsewhere stays. */
  const contextOf = (request: Request, query: URLSearchParams) =>
    tools.contextOf(
      request,
      changeSettings(tools.contextOf(request).settings, new URLSearchParams({ lang: query.get('lang') ?? '' })),
    );

  const shownOf = (request: Request, kind: CaseKind) => {
    const query = new URLSearchParams(request.getQuery());
    const context = contextOf(request, query);
    const parts: CasePageParts = {
      shown: workOutForm(readFilledForm(kind, query), context),
      here: request.url ?? `/case/${kind}`,
      origin: originOf(request, tools),
      lang: query.get('lang'),
    };
    return { parts, context };
  };

  return {
    async list(request, response) {
      const context = contextOf(request, new URLSearchParams(request.getQuery()));
      await sendPage(request, response, renderCaseList(request.url ?? '/case', context));
    },

    async show(request, response) {
      const kind = CASE_KINDS.find((known) => known === request.params.kind);
      if (kind === undefined) {
        await sendPage(request, response, renderMessagePage('notFound', tools.contextOf(request)), { status: 404 });
        return;
      }
      const { parts, context } = shownOf(request, kind);
      await sendPage(
        request,
        response,
        wantsParts(request) ? renderCaseParts(parts, context) : renderCasePage(parts, context),
      );
    },

    async calendar(request, response) {
      const { parts, context } = shownOf(request, 'deadlines');
      const outcome = parts.shown.worked?.outcome;
      // Days that make no calendar: the page says what is wrong with them.
      if (outcome?.kind !== 'deadlines') return sendBack(response, parts.shown.link);
      const body = writeCalendar(outcome, context.say);
      response.writeHead(200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Length': String(Buffer.byteLength(body)),
        'Content-Disposition': 'attachment; filename="yaodian.ics"',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

function wantsParts(request: Request): boolean {
  return request.headers['yaodian-part'] === 'case';
}

/** Where this page is reached, for a link to be sent to somebody; only a host that can be one is taken from the request. */
function originOf(request: Request, { isSecure }: PageTools): string {
  const { host } = request.headers;
  if (host === undefined || !/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host)) return '';
  return `${isSecure(request) ? 'https' : 'http'}://${host}`;
}
