/** `npm run bench -- NAME`: timings, apart from the tests. Each bench prints a table and what machine it ran on. */
import { cpus } from 'node:os';

const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  overlays: () => import('./overlays.ts'),
  matching: () => import('./matching.ts'),
  turns: () => import('./turns.ts'),
  parts: () => import('./parts.ts'),
};

const [name = ''] = process.argv.slice(2);
const load = BENCHES[name];
if (load) {
  console.log(`${cpus()[0]?.model ?? '?'} × ${cpus().length}, Node ${process.version}`);
  await (await load()).run();
} else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exitCode = 1;
}
