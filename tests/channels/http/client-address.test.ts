import type { IncomingMessage } from 'node:http';
import {
  addressForLimits,
  clientAddress,
  isFromThisMachine,
  isLoopbackName,
  leadsToThisMachine,
} from '../../../bot/channels/http/index.ts';

function request(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('the address of a client', () => {
  const forwarded = { 'x-forwarded-for': '10.0.0.1, 203.0.113.5, 198.51.100.7' };

  it.each([
    ['without a proxy is that of the connection', 0, '192.0.2.1'],
    ['behind one proxy is what that proxy saw', 1, '198.51.100.7'],
    ['behind two is what the outer one saw', 2, '203.0.113.5'],
    ['behind more than the header tells is that of the connection', 9, '192.0.2.1'],
  ])('%s', (_, proxies, address) => {
    expect(clientAddress(request('192.0.2.1', forwarded), proxies)).toBe(address);
  });

  it('is the IPv4 one of a socket for both', () => {
    expect(clientAddress(request('::ffff:192.0.2.1'), 0)).toBe('192.0.2.1');
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (address, key) => {
    expect(addressForLimits(address)).toBe(key);
  });
});

describe('this machine', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('sends from %s', (address) => {
    expect(isFromThisMachine(request(address))).toBe(true);
  });

  it.each(['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1', ''])('does not send from %s', (address) => {
    expect(isFromThisMachine(request(address))).toBe(false);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('is not who a proxy speaks for (%s)', (name) => {
    expect(isFromThisMachine(request('127.0.0.1', { [name]: 'x' }))).toBe(false);
  });

  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('is called %s', (name) => {
    expect(isLoopbackName(name)).toBe(true);
  });

  it.each(['localhost.evil.example', '127.0.0.1.nip.io', '0.0.0.0', '10.0.0.1', ''])('is not called %s', (name) => {
    expect(isLoopbackName(name)).toBe(false);
  });

  it.each(['http://localhost:3980', 'https://127.0.0.1/x', 'http://[::1]:9', 'http://0x7f.1/'])(
    'is where %s leads',
    (url) => {
      expect(leadsToThisMachine(url)).toBe(true);
    },
  );

  it.each([
    'http://localhost@evil.example',
    'http://10.0.0.1',
    'file:///etc/passwd',
    'http://169.254.169.254',
    'localhost',
    '',
  ])('is not where %s leads', (url) => {
    expect(leadsToThisMachine(url)).toBe(false);
  });
});
