/** Brotli or gzip, as the client says; both ends of a slow network gain from it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** @param header Accept-Encoding */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? '');
  // `br;q=0` refuses; finer weights are not worth reading, since brotli is the smaller in any case.
  const takes = (name: string) => new RegExp(`(^|[ ,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

/** @param effort `once` for files that are kept compressed, `each` for pages made per request */
export async function compress(bytes: Buffer, encoding: Encoding, effort: 'once' | 'each'): Promise<Buffer> {
  if (encoding === 'identity') return bytes;
  if (encoding === 'gzip') return toGzip(bytes, { level: effort === 'once' ? 9 : 6 });
  // Quality 11 takes seconds on the Web Chat bundle; 9 is within a few per cent and takes a quarter of a second.
  const quality = effort === 'once' ? 9 : 5;
  return toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
