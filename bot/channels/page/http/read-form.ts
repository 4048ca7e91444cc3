/** The fields of a posted form. The server's body handlers have read, limited and decoded it before. */
import type { Request } from 'restify';

export function readForm(request: Request): URLSearchParams {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return new URLSearchParams();
  // A field given twice comes as a list; none of ours is, so the first counts.
  const fields = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    String(Array.isArray(value) ? value[0] : value),
  ]);
  return new URLSearchParams(fields);
}
