/** Reading and writing cookies: two of them, so no library. */

/** @param header the Cookie header @returns the value of the cookie, undefined when absent or not decodable */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(pair.slice(at + 1).trim());
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

export interface CookieOptions {
  readonly sameSite: 'Strict' | 'Lax';
  /** Hidden from scripts. */
  readonly httpOnly: boolean;
  /** Only over HTTPS; false where the page itself came over plain HTTP. */
  readonly secure: boolean;
  /** 0 deletes. */
  readonly maxAgeSeconds: number;
}

export function writeCookie(name: string, value: string, options: CookieOptions): string {
  return [
    `${name}=${encodeURIComponent(value)}`,
    'Path=/',
    `Max-Age=${options.maxAgeSeconds}`,
    `SameSite=${options.sameSite}`,
    ...(options.httpOnly ? ['HttpOnly'] : []),
    ...(options.secure ? ['Secure'] : []),
  ].join('; ');
}
