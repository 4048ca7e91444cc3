/**
 * One line a request, with nothing that points to a person: no address, no query, no path as asked (a path holds the id
 * of a conversation), no text. The route's pattern tells enough.
 */
import type { Request, Response } from 'restify';

/** What the channels want of a log. */
export interface ChannelLog {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}

export function logRequest(log: ChannelLog, request: Request, response: Response): void {
  const route: unknown = request.getRoute()?.path;
  const facts = {
    id: request.getId(),
    method: request.method,
    route: typeof route === 'string' ? route : undefined,
    status: response.statusCode,
    ms: Date.now() - request.time(),
  };
  if (response.statusCode >= 500) log.warn(facts, 'request');
  else log.info(facts, 'request');
}

/** An error for the log: its kind and where it came from, without its message, which may repeat what a person wrote. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code: 'code' in error ? error.code : undefined,
    at: stack.slice(0, 8).map((l) => l.trim()),
  };
}
