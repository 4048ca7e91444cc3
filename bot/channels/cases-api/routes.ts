/**
 * POST /api/cases/:kind?asOf=YYYY-MM-DD: the rules worked out, for programs. Nothing is stored and nothing is logged of
 * the input. GET /api/openapi.json says what may be sent.
 */
import type { Request, Response, Server } from 'restify';
import { CaseInputError, casesOpenApi, problemDocument, runCase } from '../../cases/index.ts';
import { dayInChina } from '../../conversation/index.ts';
import { CASE_KINDS } from '../../knowledge/index.ts';
import type { Snapshot } from '../../service/index.ts';
import type { Wording } from '../../wording/index.ts';
import { HttpProblem, languageOf } from '../http/index.ts';

export interface CasesApiOptions {
  readonly snapshot: () => Snapshot;
  readonly wording: Wording;
  readonly now: () => Date;
}

export function mountCasesApi(server: Server, { snapshot, wording, now }: CasesApiOptions): void {
  server.get('/api/openapi.json', async (_request: Request, response: Response) => {
    response.json(200, casesOpenApi(snapshot().edition));
  });

  server.post('/api/cases/:kind', async (request: Request, response: Response) => {
    const kind = CASE_KINDS.find((known) => known === request.params.kind);
    if (kind === undefined) throw new HttpProblem('no-such-case', { known: CASE_KINDS });
    const { edition } = snapshot();
    const today = dayInChina(now());
    const asOf = new URLSearchParams(request.getQuery()).get('asOf') ?? today;
    try {
      response.setHeader('Cache-Control', 'no-store');
      response.json(200, runCase(edition, kind, request.body ?? {}, { asOf, today }));
    } catch (error) {
      if (!(error instanceof CaseInputError)) throw error;
      const language = languageOf(request.headers['accept-language']);
      const problem = problemDocument(edition, kind, error, wording.in(language), language);
      response.sendRaw(problem.status, JSON.stringify(problem), {
        'Content-Type': 'application/problem+json',
        'Content-Language': language,
      });
    }
  });
}
