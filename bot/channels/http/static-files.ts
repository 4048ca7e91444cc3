/** Files of a page, packed once and then sent from memory: brotli or gzip as the browser takes it, cached by content. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response, Server } from 'restify';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PACKED_ALREADY = new Set(['.png', '.woff2']);

/** Beyond this, the best brotli takes seconds; a middling one is nearly as small. */
const LARGE_BYTES = 500_000;
const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

export interface Content {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly packed: Map<string, Promise<Buffer>>;
}

/** @param body what to send @param type its content type; texts are packed when asked for */
export function createContent(body: string | Buffer, type: string, cacheControl: string): Content {
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { body: bytes, type, etag, cacheControl, packed: new Map() };
}

/** Sends it, or says that the client has it. A page that is made anew each time is packed anew each time. */
export async function sendContent(request: Request, response: Response, content: Content): Promise<void> {
  const headers: Record<string, string> = {
    'Content-Type': content.type,
    'Cache-Control': content.cacheControl,
    ETag: content.etag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === content.etag) {
    response.sendRaw(304, '', headers);
    return;
  }
  const encoding = encodingFor(request, content);
  let body = content.body;
  if (encoding !== undefined) {
    let packed = content.packed.get(encoding);
    if (packed === undefined) {
      packed = pack(content.body, encoding);
      content.packed.set(encoding, packed);
    }
    body = await packed;
    headers['Content-Encoding'] = encoding;
  }
  headers['Content-Length'] = String(body.byteLength);
  response.writeHead(response.statusCode || 200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Serves every file of a folder, read now. Names are fixed, so nothing outside the folder can be asked for.
 * @param route `/assets` serves `folder/chat.js` as `/assets/chat.js`
 */
export function serveFolder(server: Server, route: string, folder: string, cacheControl = 'public, max-age=3600'): void {
  for (const name of readdirSync(folder)) {
    const type = TYPES[path.extname(name)];
    if (type !== undefined) serveFile(server, `${route}/${name}`, path.join(folder, name), cacheControl);
  }
}

/** Serves one file, read now. */
export function serveFile(server: Server, route: string, file: string, cacheControl = 'public, max-age=3600'): void {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const content = createContent(readFileSync(file), type, cacheControl);
  const send = async (request: Request, response: Response) => await sendContent(request, response, content);
  server.get(route, send);
  server.head(route, send);
}

function encodingFor(request: Request, { type, body }: Content): 'br' | 'gzip' | undefined {
  const extension = Object.entries(TYPES).find(([, known]) => known === type)?.[0] ?? '';
  if (PACKED_ALREADY.has(extension) || body.byteLength < 1_000) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

async function pack(body: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'gzip') return await packGzip(body);
  const quality = body.byteLength > LARGE_BYTES ? 6 : 11;
  return await packBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
