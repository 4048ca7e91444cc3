/** The cases for programs, on the real edition. */
import { loadEdition } from '../../bot/knowledge/index.ts';
import type { Snapshot } from '../../bot/service/index.ts';
import { asJson, ask } from '../helpers/direct-line-client.ts';
import { startTestServer, type TestServer } from '../helpers/test-server.ts';

describe('POST /api/cases', () => {
  let server: TestServer;
  beforeAll(async () => {
    // All that a case asks of the service is the edition.
    const snapshot = { edition: loadEdition('knowledge') } as Snapshot;
    server = await startTestServer({
      service: {
        snapshot: () => snapshot,
        status: () => ({ edition: '', loadedAt: '', editionProblems: [], regions: [] }),
        close: async () => {},
      },
    });
  });
  afterAll(() => server.close());

  const stays = [
    { region: 'guangdong', months: 126 },
    { region: 'zhejiang', months: 24 },
  ];

  it('works out where a pension is drawn, with its trace and sources', async () => {
    const input = { hukou: 'hunan', stays, relation: 'guangdong' };
    const { status, body } = await ask(server.origin, 'POST', '/api/cases/benefit-place', asJson(input));
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'benefit-place', input: { hukou: 'hunan' }, asOf: '2026-11-20' });
    expect(body.result.place).toBe('guangdong');
    expect(body.trace.length).toBeGreaterThan(0);
    expect(body.sources.length).toBeGreaterThan(0);
  });

  it('goes by the rules of the day that is asked for', async () => {
    const input = { hukou: 'hunan', stays, relation: 'guangdong' };
    const { body } = await ask(server.origin, 'POST', '/api/cases/benefit-place?asOf=2013-05-01', asJson(input));
    expect(body.asOf).toBe('2013-05-01');
  });

  it('answers 422 with every field that cannot be right, in the language asked for', async () => {
    const init = asJson({ hukou: 'atlantis', stays: [{ region: 'guangdong', months: -3 }], relation: 'guangdong' });
    const headers = { ...init.headers, 'accept-language': 'en' };
    const answer = await ask(server.origin, 'POST', '/api/cases/benefit-place', { ...init, headers });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.body.problems.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['hukou', 'stays[0].months']),
    );
  });

  it.each([
    ['a day that is none', '?asOf=2026-02-30', {}, 422],
    ['nothing', '', undefined, 422],
    ['a list', '', [], 422],
    ['a text', '', 'x', 422],
  ])('answers %s with a problem and not with a failure', async (_, query, input, status) => {
    const init = input === undefined ? {} : asJson(input);
    expect((await ask(server.origin, 'POST', `/api/cases/deadlines${query}`, init)).status).toBe(status);
  });

  it('names the cases there are when asked for another', async () => {
    const { body } = await ask(server.origin, 'POST', '/api/cases/lottery', asJson({}));
    expect(body).toMatchObject({ code: 'no-such-case', known: expect.arrayContaining(['benefit-place', 'deadlines']) });
  });

  it('logs nothing of what was sent', async () => {
    await ask(server.origin, 'POST', '/api/cases/benefit-place?asOf=2013-05-01', asJson({ hukou: 'hunan' }));
    expect(server.logged.join('\n')).toMatch(/"route":"\/api\/cases\/:kind"/);
    expect(server.logged.join('\n')).not.toMatch(/hunan|2013-05-01/);
  });

  it('is described by an OpenAPI document with a path for each case', async () => {
    const { status, body } = await ask(server.origin, 'GET', '/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/cases/benefit-place');
  });
});
