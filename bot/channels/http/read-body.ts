/**
 * Bodies, at most 64 kB, JSON or a plain form. restify's parsers do the reading; what they would let through is refused
 * before them: compressed bodies (a small one may unpack to gigabytes) and files (they would be written to disk).
 */
import restify, { type Next, type Request, type RequestHandlerType, type Response } from 'restify';
import { MOST_BODY_BYTES } from './limits.ts';
import { HttpProblem } from './problem.ts';

export function bodyHandlers(): RequestHandlerType[] {
  return [
    refuseEarly,
    restify.plugins.bodyParser({ maxBodySize: MOST_BODY_BYTES, mapParams: false, rejectUnknown: true }),
  ];
}

function refuseEarly(request: Request, _response: Response, next: Next): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  const length = Number(request.headers['content-length'] ?? 0);
  const encoding = request.headers['content-encoding'];
  if (length > MOST_BODY_BYTES) next(new HttpProblem('too-large', { mostBytes: MOST_BODY_BYTES }));
  else if (encoding !== undefined && encoding !== 'identity') next(new HttpProblem('media-type'));
  else if (/^multipart\//i.test(request.headers['content-type'] ?? '')) next(new HttpProblem('no-files'));
  else next();
}
