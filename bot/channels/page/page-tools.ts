/** What the routes of the page share: a context for each request, and saying no to forms of other sites. */
import type { Request, Response } from 'restify';
import { dayInChina } from '../../conversation/index.ts';
import { errorFacts } from '../http/index.ts';
import { sendPage } from './http/send-page.ts';
import type { StaticFiles } from './http/static-files.ts';
import type { PageDeps } from './page-deps.ts';
import { renderMessagePage } from './render/entry-page.ts';
import type { PageContext } from './render/page-context.ts';
import { readSettings, type Settings } from './settings.ts';

export interface PageTools {
  readonly deps: PageDeps;
  /** @param settings where they differ from what the cookie says */
  readonly contextOf: (request: Request, settings?: Settings) => PageContext;
  /** Whether cookies go over HTTPS only. */
  readonly isSecure: (request: Request) => boolean;
}

export function createPageTools(deps: PageDeps, files: StaticFiles): PageTools {
  return {
    deps,
    contextOf(request, settings = readSettings(request.headers.cookie, request.headers['accept-language'])) {
      const { edition, national } = deps.service.snapshot();
      return {
        settings,
        say: deps.wording.in(settings.language),
        wording: deps.wording,
        edition,
        version: national.version,
        today: dayInChina(deps.now()),
        asset: files.address,
      };
    },
    isSecure(request) {
      const forwarded = deps.trustedProxies > 0 ? request.headers['x-forwarded-proto'] : undefined;
      return (
        String(forwarded ?? '')
          .split(',')[0]
          ?.trim() === 'https'
      );
    },
  };
}

/** A form of another site: said in words, nothing done. */
export async function refuse(request: Request, response: Response, tools: PageTools): Promise<void> {
  await sendPage(request, response, renderMessagePage('crossSite', tools.contextOf(request)), { status: 403 });
}

/** A route that fails shows a page in words, not a code. */
export function guard(tools: PageTools, route: (request: Request, response: Response) => Promise<void>) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      await route(request, response);
    } catch (error) {
      tools.deps.log.error({ id: request.getId(), ...errorFacts(error) }, 'a page failed');
      if (response.headersSent) response.destroy();
      else await sendPage(request, response, renderMessagePage('broken', tools.contextOf(request)), { status: 500 });
    }
  };
}
