/** Who is asking, as far as an address tells. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Headers by which a proxy tells that the connection is not the client's own. */
const FORWARDING_HEADERS = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const;

/**
 * The address to count requests by. Behind proxies it is the one that the outermost proxy of ours saw: whatever stands
 * further left in the header was written by the client.
 * @param trustedProxies how many proxies of ours stand in front; 0 for none
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const own = withoutMapping(request.socket.remoteAddress ?? '');
  if (trustedProxies === 0) return own;
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim());
  const seen = forwarded.at(-trustedProxies);
  return seen ? withoutMapping(seen) : own;
}

/** One household or plant has a whole /64 of IPv6; counting single addresses would count nothing. */
export function addressForLimits(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...(tail === undefined ? [] : zeros), ...right].slice(0, 4).join(':')}::/64`;
}

/** Whether the request was made on this machine, by no proxy on behalf of somebody else. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const address = withoutMapping(request.socket.remoteAddress ?? '');
  return isLoopback(address) && FORWARDING_HEADERS.every((name) => request.headers[name] === undefined);
}

/** @param url @returns whether it leads to this machine */
export function leadsToThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackName(hostname);
}

/** For a Host header too: a web page may make its own name point here, but it can't change what it is called. */
export function isLoopbackName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || isLoopback(name);
}

function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** `::ffff:127.0.0.1` is how an IPv4 client looks on a socket for both. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
