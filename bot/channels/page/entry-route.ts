/** `GET /entry/:id?lang=&asof=&from=&to=`: one entry, lasting address, printable. */
import type { Request, Response } from 'restify';
import { composeAnswer } from '../../answers/index.ts';
import { IsoDate } from '../../knowledge/index.ts';
import { sendPage } from './http/send-page.ts';
import type { PageTools } from './page-tools.ts';
import { renderEntryPage, renderMessagePage } from './render/entry-page.ts';
import { changeSettings } from './settings.ts';

export function createEntryRoute({ deps, contextOf }: PageTools) {
  return async (request: Request, response: Response): Promise<void> => {
    const query = new URLSearchParams(request.getQuery());
    // The language of the address is that of this page; what the person chose elsewhere stays.
    const settings = changeSettings(
      contextOf(request).settings,
      new URLSearchParams({ lang: query.get('lang') ?? '' }),
    );
    const context = contextOf(request, settings);
    const snapshot = deps.service.snapshot();
    const day = IsoDate.safeParse(query.get('asof')).data ?? context.today;
    const viewOf = (name: 'from' | 'to') => {
      const region = query.get(name);
      const known = snapshot.edition.regions.has(region?.split('/')[0] ?? '');
      return region !== null && known ? snapshot.viewOf(region, day) : undefined;
    };
    const said = composeAnswer(snapshot.edition, {
      entry: String(request.params.id),
      language: settings.language,
      day,
      national: snapshot.national,
      origin: viewOf('from'),
      destination: viewOf('to'),
    });
    if (!said) {
      await sendPage(request, response, renderMessagePage('notFound', context), { status: 404 });
      return;
    }
    await sendPage(request, response, renderEntryPage(said, request.url ?? '/', context));
  };
}
