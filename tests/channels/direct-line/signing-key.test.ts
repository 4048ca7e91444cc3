import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { signingKey } from '../../../bot/channels/index.ts';

describe('the key that signs tokens', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'yaodian-key-')), 'data');
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  it('is the configured one, and then nothing is written', () => {
    expect(signingKey('configured', folder)).toBe('configured');
    expect(() => statSync(folder)).toThrow();
  });

  it('is made once, long and random, and found again after a restart', () => {
    const key = signingKey(undefined, folder);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(signingKey(undefined, folder)).toBe(key);
    expect(signingKey(undefined, path.join(folder, 'other'))).not.toBe(key);
  });

  it('is for the owner’s eyes only', () => {
    signingKey(undefined, folder);
    expect(statSync(path.join(folder, 'direct-line.key')).mode & 0o777).toBe(0o600);
  });
});
