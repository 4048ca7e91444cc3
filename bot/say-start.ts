/** What an operator reads at the start: the addresses, or in words what kept it from starting. */
import { networkInterfaces } from 'node:os';
import { KnowledgeError } from './knowledge/index.ts';
import { SettingsError } from './settings.ts';
import { type Say, sayProblem } from './wording/index.ts';

/** @returns several lines: what is wrong and what to do */
export function explainStart(error: unknown, say: Say): string {
  if (error instanceof SettingsError) {
    const problems = error.problems.map(
      ({ name, code, facts }) => `- ${say(`settings:problem.${code}`, { name, ...facts })}`,
    );
    return [say('settings:title'), ...problems, say('settings:where')].join('\n');
  }
  if (error instanceof KnowledgeError) {
    const problems = error.problems.map((problem) => `${sayProblem(problem, say)}\n`);
    return [...problems, say('settings:knowledge', { count: error.problems.length })].join('\n');
  }
  const what = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') {
    return say('settings:port', { port: 'port' in error ? String(error.port) : '', what: code });
  }
  if (code === 'ERR_SQLITE_ERROR' || (error instanceof Error && 'syscall' in error && 'path' in error)) {
    return say('settings:database', { what });
  }
  return say('settings:failed', { what });
}

/** @returns where to look from this machine, and from others of the same network when it listens to them */
export function addressesOf(port: number, host: string | undefined): { address: string; network: string | undefined } {
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::';
  const own = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address !== undefined && address.family === 'IPv4' && !address.internal);
  const network = everywhere && outside !== undefined ? `http://${outside.address}:${port}` : undefined;
  return { address: `http://${own}:${port}`, network };
}
