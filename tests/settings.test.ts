/** The environment as an operator writes it, and what they are told when it can't be used. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explainStart } from '../bot/say-start.ts';
import { readSettings, SETTING_NAMES, SETTING_PROBLEM_CODES, SettingsError } from '../bot/settings.ts';
import { createWording } from '../bot/wording/index.ts';

function problemsOf(environment: Record<string, string>): SettingsError['problems'] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need none to be set', () => {
    expect(readSettings({})).toEqual({
      port: 3978,
      host: undefined,
      dataDir: path.resolve('data'),
      knowledgeDir: path.resolve('knowledge'),
      localesDir: path.resolve('locales'),
      databaseUrl: undefined,
      credentials: undefined,
      directLineSecret: undefined,
      logLevel: 'info',
      trustedProxies: 0,
      keepTalkDays: 30,
      keepQuestionsDays: 365,
      limits: { requestsPerMinute: 1200, conversationsPerMinute: 120, messagesPerMinute: 30, openStreams: 5000 },
      stopSeconds: 10,
    });
  });

  it('are taken from the environment', () => {
    const environment = {
      PORT: '80',
      HOST: '127.0.0.1',
      DATA_DIR: '/srv/yaodian',
      DATABASE_URL: 'postgres://u:p@db/yaodian',
      MicrosoftAppId: 'id',
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: 'tenant',
      MicrosoftAppType: 'SingleTenant',
      LOG_LEVEL: 'warn',
      TRUST_PROXY: '1',
    };
    expect(readSettings(environment)).toMatchObject({
      port: 80,
      host: '127.0.0.1',
      dataDir: '/srv/yaodian',
      databaseUrl: 'postgres://u:p@db/yaodian',
      credentials: {
        MicrosoftAppId: 'id',
        MicrosoftAppPassword: 'secret',
        MicrosoftAppTenantId: 'tenant',
        MicrosoftAppType: 'SingleTenant',
      },
      logLevel: 'warn',
      trustedProxies: 1,
    });
  });

  it('count as unset when empty, as in a copied .env.example', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, ' ']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('can’t be changed', () => {
    const settings = readSettings({});
    expect(Object.isFrozen(settings) && Object.isFrozen(settings.limits)).toBe(true);
  });

  it('tell every problem at once', () => {
    expect(
      problemsOf({ PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', DIRECT_LINE_SECRET: 'short' }),
    ).toEqual([
      { name: 'PORT', code: 'not-a-number', facts: { least: 0, most: 65535 } },
      { name: 'DATABASE_URL', code: 'not-postgres', facts: {} },
      { name: 'DIRECT_LINE_SECRET', code: 'too-short', facts: { least: 32 } },
      { name: 'LOG_LEVEL', code: 'not-one-of', facts: { known: 'fatal, error, warn, info, debug, trace, silent' } },
    ]);
  });

  it.each([
    ['70000', 'a port beyond the last'],
    ['-1', 'a negative one'],
    ['3978.5', 'half a port'],
    ['1e3', 'a number written in a clever way'],
  ])('refuse PORT=%s: %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([{ name: 'PORT', code: 'not-a-number', facts: { least: 0, most: 65535 } }]);
  });

  it.each([
    [{ MicrosoftAppPassword: 'p' }, 'MicrosoftAppId', 'MicrosoftAppPassword'],
    [{ MicrosoftAppId: 'i' }, 'MicrosoftAppPassword', 'MicrosoftAppId'],
    [{ MicrosoftAppId: 'i', MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppTenantId', 'MicrosoftAppType'],
    [
      { MicrosoftAppId: 'i', MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' },
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
    ],
  ])('of %j lack %s because of %s', (environment, name, because) => {
    expect(problemsOf(environment)).toEqual([{ name, code: 'needs', facts: { because } }]);
  });

  it('notice a credential that is spelt so that it would be ignored', () => {
    expect(problemsOf({ MicrosoftAppID: 'i' })).toEqual([
      { name: 'MicrosoftAppID', code: 'misspelt', facts: { meant: 'MicrosoftAppId' } },
    ]);
  });

  it('are all in .env.example, each with a comment, and nothing else is', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const listed = lines.flatMap((line, index) => {
      const [, name] = /^(\w+)=$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, explained: lines[index - 1]?.startsWith('# ') }];
    });
    expect(listed.map(({ name }) => name).sort()).toEqual([...SETTING_NAMES].sort());
    expect(listed.filter(({ explained }) => !explained)).toEqual([]);
  });

  it('are explained in words, with what to do, and without a secret', async () => {
    const wording = await createWording('locales');
    const error = new SettingsError(problemsOf({ PORT: 'http', DIRECT_LINE_SECRET: 'hush-hush' }));
    expect(explainStart(error, wording.in('en'))).toBe(
      'Not started, some settings are wrong:\n' +
        '- PORT should be a whole number from 0 to 65535. Correct it, or remove it for the default.\n' +
        '- DIRECT_LINE_SECRET is too short; it needs at least 32 characters. Make one with openssl rand -base64 48, ' +
        'or remove it and one is made.\n' +
        "Settings are read from the environment and from .env in the project's folder; .env.example lists them all.",
    );
  });

  it('have words for every problem', async () => {
    const wording = await createWording('locales');
    const wordless = SETTING_PROBLEM_CODES.filter((code) => !wording.has(`settings:problem.${code}`, 'zh-CN'));
    expect(wordless).toEqual([]);
  });
});
