/**
 * Our own few files, read once, compressed once and named with a fingerprint of their content, so that a phone keeps
 * them for a year and still gets a changed one at once.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'restify';
import { chooseEncoding, compress, type Encoding } from './compress.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly fingerprint: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

export interface StaticFiles {
  /** @returns the address of a file, fingerprint included @throws when there is no such file */
  readonly address: (name: string) => string;
  /** @returns false when there is no such file */
  readonly send: (request: Request, response: Response, name: string) => Promise<boolean>;
}

/** @param files name → where it stands; nothing but these is ever served */
export function readStaticFiles(files: Readonly<Record<string, string>>): StaticFiles {
  const known = new Map(Object.entries(files).map(([name, file]) => [name, readOne(file)]));
  return {
    address: (name) => {
      const file = known.get(name);
      if (!file) throw new Error(`No static file ${name}; known: ${[...known.keys()].join(', ')}`);
      return `/static/${name}?v=${file.fingerprint}`;
    },
    send: async (request, response, name) => {
      const file = known.get(name);
      if (!file) return false;
      await sendFile(request, response, file);
      return true;
    },
  };
}

function readOne(file: string): StaticFile {
  const bytes = readFileSync(file);
  const fingerprint = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return { bytes, type, fingerprint, compressed: new Map() };
}

async function sendFile(request: Request, response: Response, file: StaticFile): Promise<void> {
  const tag = `"${file.fingerprint}"`;
  const headers = {
    'Cache-Control': request.getQuery().includes(`v=${file.fingerprint}`) ? YEAR : HOUR,
    ETag: tag,
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const kept = file.compressed.get(encoding) ?? compress(file.bytes, encoding, 'once');
  file.compressed.set(encoding, kept);
  const body = await kept;
  response.writeHead(200, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': String(body.length),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
