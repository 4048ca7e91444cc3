/**
 * Every npm script goes through here: `node scripts/run.mjs FILE.ts …`, `--test …`, `--check`.
 * It runs on any Node from 20 on, installs what package-lock.json names if that is missing or older,
 * and starts the given program under the Node that the lock file pins, so that a fresh clone needs
 * one command and behaves the same everywhere.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const NEEDS_NODE = 24;

/**
 * Installs when node_modules does not match the lock file; the stamp says which lock it matches.
 * Not `npm ci`: that refuses a lock which leaves out binaries for other platforms, and not every registry mirror
 * has all of them. `npm install` keeps to the locked versions just the same.
 */
function ensureInstalled() {
  const stampFile = path.join(root, 'node_modules', '.yaodian-lock');
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Installing what package-lock.json names (once) …');
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('\nInstalling failed. Check the network and run `npm install` by hand to see more.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stampFile, stamp);
}

/** The Node to run TypeScript with: the locked one, else this one if it is new enough. */
function findNode() {
  const require = createRequire(path.join(root, 'package.json'));
  for (const name of [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]) {
    try {
      const folder = path.dirname(require.resolve(`${name}/package.json`));
      const file = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(file)) return file;
    } catch {
      // not offered for this platform
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= NEEDS_NODE) return process.execPath;
  console.error(
    `Yaodian runs on Node ${NEEDS_NODE} or later; this is ${process.version} and no packaged Node fits ` +
      `${process.platform}-${process.arch}. Install Node ${NEEDS_NODE} from nodejs.org and try again.`,
  );
  return process.exit(1);
}

/** What to run: a TypeScript program, or one of the two lists of steps. */
function steps(args) {
  const bin = (name) => path.join('node_modules', name);
  const jest = [bin('jest/bin/jest.js')];
  if (args[0] === '--test') return [[...jest, ...args.slice(1)]];
  if (args[0] === '--check') {
    return [
      [bin('@biomejs/biome/bin/biome'), 'check', '.'],
      [bin('typescript/bin/tsc'), '--noEmit'],
      ['bot/cli/validate.ts', '--strict'],
      [...jest],
    ];
  }
  return [args];
}

const QUIET = ['--disable-warning=ExperimentalWarning', '--enable-source-maps'];

ensureInstalled();
const node = findNode();
for (const step of steps(process.argv.slice(2))) {
  const child = spawn(node, [...QUIET, ...step], { cwd: root, stdio: 'inherit' });
  // npm passes the signal to this process; the program below is the one that must stop in good order.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((done) => {
    child.on('exit', (exit, signal) => done(exit ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
  if (code !== 0) process.exit(code);
}
