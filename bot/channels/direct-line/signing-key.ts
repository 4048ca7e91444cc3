/** The key that tokens are signed with: from the settings, or made once and kept beside the database. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/**
 * @param configured DIRECT_LINE_SECRET; several replicas need the same one
 * @returns the key; without a configured one tokens still open their talk after a restart
 */
export function signingKey(configured: string | undefined, dataDir: string): string {
  if (configured !== undefined) return configured;
  const file = path.join(dataDir, 'direct-line.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Fails when it exists, so that two processes never make two keys.
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
