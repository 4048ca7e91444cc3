/**
 * How a command begins: its arguments read, its language known, its wording at hand. An option that there is none of is
 * answered with the nearest one and with how the command is called, not with a stack.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestName } from '../knowledge/index.ts';
import { createWording, type Say, type Wording } from '../wording/index.ts';
import { type CliSettings, readCliSettings } from './cli-settings.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

export interface OpenCommand<T extends Options> {
  readonly values: Parsed<T>['values'];
  readonly positionals: readonly string[];
  readonly settings: CliSettings;
  readonly wording: Wording;
  readonly say: Say;
}

/**
 * Ends the process where the arguments can't be read (2) or `--help` is asked for (0).
 * @param usage how the command is called, from its wording
 */
export async function openCommand<const T extends Options>(
  options: T,
  usage: (say: Say) => string,
): Promise<OpenCommand<T>> {
  // Asked loosely first, for the language in which to say that an option is unknown.
  const { values: loose, tokens } = parseArgs({ options, allowPositionals: true, strict: false, tokens: true });
  const asked: Readonly<Record<string, unknown>> = loose;
  const settings = readCliSettings(typeof asked.lang === 'string' ? asked.lang : undefined);
  const wording = await createWording(settings.localesDir);
  const say = wording.in(settings.language);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  if (given.includes('help')) {
    console.log(usage(say));
    process.exit(0);
  }
  const unknown = given.find((name) => !(name in options));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, Object.keys(options));
    const key = nearest ? 'cli:option.nearest' : 'cli:option.unknown';
    console.error(`${say(key, { given: unknown, nearest })}\n${usage(say)}`);
    process.exit(2);
  }
  try {
    return { ...parseArgs({ options, allowPositionals: true }), settings, wording, say };
  } catch {
    // Known options only: what is left is one without its value, or a switch with one.
    console.error(`${say('cli:option.value')}\n${usage(say)}`);
    return process.exit(2);
  }
}
