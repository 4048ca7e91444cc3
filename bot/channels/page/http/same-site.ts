/**
 * Whether a POST comes from our own pages. The talk's cookie is SameSite=Strict already; this also stops another site
 * from starting a talk in someone's browser, and covers browsers that know no SameSite.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** Fetch metadata first, then Origin, then Referer; a request that tells none of them is refused. */
export function isSameSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  // `none` is a person's own doing, such as sending a restored form again.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin ?? headers.referer;
  if (from === undefined || headers.host === undefined) return false;
  try {
    return new URL(from).host === headers.host;
  } catch {
    return false; // Origin: null
  }
}
