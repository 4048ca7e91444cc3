/**
 * Environment → settings: checked, complete and frozen. Every problem is told at once, with what to do; the words are
 * in locales/<language>/settings.json. `.env.example` lists every setting.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import type { BotCredentials, ChannelLimits } from './channels/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
/** HS256 wants a key at least as long as its hash. */
const SHORTEST_SECRET = 32;

export interface Settings {
  readonly port: number;
  /** Undefined: all interfaces. */
  readonly host: string | undefined;
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly localesDir: string;
  /** Undefined: SQLite in dataDir. */
  readonly databaseUrl: string | undefined;
  /** Undefined: the Bot Framework is open to this machine only. */
  readonly credentials: BotCredentials | undefined;
  /** Undefined: a key is made and kept in dataDir. */
  readonly directLineSecret: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly trustedProxies: number;
  readonly keepTalkDays: number;
  readonly keepQuestionsDays: number;
  readonly limits: ChannelLimits;
  readonly stopSeconds: number;
}

export const SETTING_PROBLEM_CODES = [
  'not-a-number',
  'not-one-of',
  'not-postgres',
  'too-short',
  'needs',
  'misspelt',
] as const;

export interface SettingProblem {
  readonly name: string;
  readonly code: (typeof SETTING_PROBLEM_CODES)[number];
  /** Never the value of a secret. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The operator must act: every problem at once. */
export class SettingsError extends Error {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(problems.map(({ name, code }) => `${name}: ${code}`).join('; '));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** A text that becomes a value, or a problem of ours. */
function reading<T>(
  read: (text: string) => T | undefined,
  code: SettingProblem['code'],
  facts: SettingProblem['facts'],
) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', params: { code, facts } });
    return z.NEVER;
  });
}

/** A whole number between two, both included. */
function whole(least: number, most: number) {
  const read = (text: string) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
  return reading(read, 'not-a-number', { least, most });
}

function oneOf<T extends string>(known: readonly T[]) {
  return reading((text) => known.find((one) => one === text), 'not-one-of', { known: known.join(', ') });
}

const postgresUrl = reading(
  (url) => (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol) ? url : undefined),
  'not-postgres',
  {},
);
const secret = reading((text) => (text.length >= SHORTEST_SECRET ? text : undefined), 'too-short', {
  least: SHORTEST_SECRET,
});

const Environment = z.object({
  PORT: whole(0, 65_535).default(3_978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default(path.join(ROOT, 'data')),
  KNOWLEDGE_DIR: z.string().default(path.join(ROOT, 'knowledge')),
  DATABASE_URL: postgresUrl.optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  MicrosoftAppType: oneOf(APP_TYPES).default('MultiTenant'),
  DIRECT_LINE_SECRET: secret.optional(),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  TRUST_PROXY: whole(0, 10).default(0),
  KEEP_TALK_DAYS: whole(1, 3_650).default(30),
  KEEP_QUESTIONS_DAYS: whole(1, 3_650).default(365),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1_200),
  CONVERSATIONS_PER_MINUTE: whole(1, 1_000_000).default(120),
  MESSAGES_PER_MINUTE: whole(1, 100_000).default(30),
  OPEN_STREAMS: whole(1, 1_000_000).default(5_000),
  STOP_SECONDS: whole(0, 600).default(10),
});

/** Names of all settings, as they stand in `.env.example`. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/**
 * @param environment process.env; an empty value counts as unset, as in a copied `.env.example`
 * @throws SettingsError with every problem
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => (environment[name]?.trim() ? [[name, environment[name].trim()]] : [])),
  );
  const { success, data, error } = Environment.safeParse(given);
  const problems = [...misspelt(environment, given), ...(success ? missing(data) : error.issues.map(problemOf))];
  if (!success || problems.length > 0) throw new SettingsError(problems);
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    dataDir: path.resolve(data.DATA_DIR),
    knowledgeDir: path.resolve(data.KNOWLEDGE_DIR),
    localesDir: path.join(ROOT, 'locales'),
    databaseUrl: data.DATABASE_URL,
    credentials: credentialsIn(data),
    directLineSecret: data.DIRECT_LINE_SECRET,
    logLevel: data.LOG_LEVEL,
    trustedProxies: data.TRUST_PROXY,
    keepTalkDays: data.KEEP_TALK_DAYS,
    keepQuestionsDays: data.KEEP_QUESTIONS_DAYS,
    limits: Object.freeze({
      requestsPerMinute: data.REQUESTS_PER_MINUTE,
      conversationsPerMinute: data.CONVERSATIONS_PER_MINUTE,
      messagesPerMinute: data.MESSAGES_PER_MINUTE,
      openStreams: data.OPEN_STREAMS,
    }),
    stopSeconds: data.STOP_SECONDS,
  });
}

/** Puts what stands in `.env` into process.env, where nothing stands yet. */
export function loadDotEnv(file = path.join(ROOT, '.env')): void {
  if (existsSync(file)) loadEnvFile(file);
}

type Checked = z.infer<typeof Environment>;

function problemOf(issue: z.core.$ZodIssue): SettingProblem {
  const params = issue.code === 'custom' ? issue.params : undefined;
  return { name: String(issue.path[0]), code: params?.code, facts: params?.facts };
}

/** Settings that need another one. */
function missing(data: Checked): SettingProblem[] {
  const needs = (name: keyof Checked, because: keyof Checked): SettingProblem[] =>
    data[name] === undefined ? [{ name, code: 'needs', facts: { because } }] : [];
  if (data.MicrosoftAppId === undefined) {
    return data.MicrosoftAppPassword === undefined ? [] : needs('MicrosoftAppId', 'MicrosoftAppPassword');
  }
  return [
    ...(data.MicrosoftAppType === 'UserAssignedMSI' ? [] : needs('MicrosoftAppPassword', 'MicrosoftAppId')),
    ...(data.MicrosoftAppType === 'MultiTenant' ? [] : needs('MicrosoftAppTenantId', 'MicrosoftAppType')),
  ];
}

/** `MicrosoftAppID` would be ignored, and the bot would stand open or closed without anybody knowing why. */
function misspelt(environment: Readonly<Record<string, string | undefined>>, given: object): SettingProblem[] {
  return Object.keys(environment).flatMap((name): SettingProblem[] => {
    const meant = SETTING_NAMES.find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
    // `host` and `port` are other programs' variables on many machines.
    if (meant === undefined || meant in given || !meant.startsWith('Microsoft')) return [];
    return [{ name, code: 'misspelt', facts: { meant } }];
  });
}

function credentialsIn(data: Checked): BotCredentials | undefined {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType } = data;
  if (MicrosoftAppId === undefined) return undefined;
  return { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType };
}
