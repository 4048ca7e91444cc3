/** The fields of a posted form, whether or not the server has a body parser in front. */
import type { Request } from 'restify';

/** A message of the longest kind in UTF-8, percent-encoded, and the small fields beside it. */
const MOST_BYTES = 32 * 1024;

/** @returns undefined when the body is larger than any form of ours */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const parsed: unknown = request.body;
  if (typeof parsed === 'string') return new URLSearchParams(parsed);
  if (typeof parsed === 'object' && parsed !== null && !Buffer.isBuffer(parsed)) {
    const pairs = Object.entries(parsed).map(([key, value]): [string, string] => [key, String(value)]);
    return new URLSearchParams(pairs);
  }
  if (Buffer.isBuffer(parsed)) return new URLSearchParams(parsed.toString('utf8'));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes: Buffer = Buffer.from(part);
    size += bytes.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
