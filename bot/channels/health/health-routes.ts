/** For whoever watches over the process: is it alive, and should it get people. */
import type { Request, Response, Server } from 'restify';
import type { ServiceStatus } from '../../service/index.ts';
import type { StoreHealth } from '../../store/index.ts';

export interface HealthOptions {
  readonly knowledge: () => ServiceStatus;
  readonly store: () => StoreHealth;
  readonly stopping: () => boolean;
  readonly startedAt: Date;
  readonly now: () => Date;
}

export function mountHealth(server: Server, options: HealthOptions): void {
  /** Alive: the process answers. Nothing else, or a sick database would get a healthy process killed. */
  server.get('/healthz', async (_request: Request, response: Response) => {
    send(response, 200, { status: 'alive' });
  });

  /**
   * Ready: people get answers. That needs the knowledge, not the database, so a database that is away is told here and
   * takes nobody out of service: it would take all replicas out at once.
   */
  server.get('/readyz', async (_request: Request, response: Response) => {
    const store = options.store();
    const { regions, ...edition } = options.knowledge();
    const troubled = regions.filter(({ state }) => state === 'last-good' || state === 'off');
    const editionProblems = edition.editionProblems.length;
    const degraded = store.state !== 'ok' || editionProblems > 0 || troubled.length > 0;
    const status = options.stopping() ? 'stopping' : degraded ? 'degraded' : 'ready';
    const knowledge = {
      edition: edition.edition,
      loadedAt: edition.loadedAt,
      // How many, not which: files and lines are for the log.
      editionProblems,
      overlays: regions.length,
      troubled: troubled.map(({ region, version, state, problems }) => ({
        region,
        version,
        state,
        problems: problems.length,
      })),
    };
    const upSeconds = Math.round((options.now().getTime() - options.startedAt.getTime()) / 1_000);
    send(response, status === 'stopping' ? 503 : 200, { status, knowledge, store, upSeconds });
  });
}

function send(response: Response, status: number, body: object): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json(status, body);
}
