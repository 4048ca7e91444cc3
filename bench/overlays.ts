/**
 * What overlays cost: memory and load time beside those of the national edition, what one more adds, and whether
 * matching within one is slower than matching nationally.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { type Edition, loadEdition } from '../bot/knowledge/index.ts';
import { createMatcher, type LocalWays, readModel } from '../bot/matching/index.ts';
import { type Composition, createView, nationalComposition, nationalView } from '../bot/overlays/index.ts';
import { createLastGoodStore, type LoadedOverlay, loadOverlays, type OverlayLoader } from '../bot/service/index.ts';
import { regionsFor, writeOverlays } from './overlays/make-overlays.ts';

/** One, every province, every province and city, and far more than there are. */
const COUNTS = [1, 32, 365, 3000];
const DAY = '2026-11-23';
const QUERIES = 2000;

export async function run(): Promise<void> {
  const national = await measure(() => loadEdition('knowledge'));
  const edition = national.value;
  console.log(`national edition: ${edition.entries.size} entries, ${edition.asked.length} ways of asking`);
  console.log(`national edition alone: ${ms(national.ms)}, ${kB(national.bytes)}\n`);

  const asked = process.argv[3] === undefined ? COUNTS : [Number(process.argv[3])];
  const rows: { count: number; ms: number; bytes: number }[] = [];
  const table: Record<string, string | number>[] = [];
  let shared = 0;
  let some: LocalWays | undefined;
  for (const count of asked) {
    const { once, loaded, views, made } = await loadMany(edition, count);
    rows.push({ count, ms: loaded.ms, bytes: loaded.bytes });
    table.push({
      overlays: [...loaded.value.values()].filter(({ state }) => state === 'live').length,
      load: ms(loaded.ms),
      'load, each': ms(loaded.ms / count),
      'of national': percent(loaded.ms / count / national.ms),
      memory: kB(loaded.bytes),
      'memory, each': kB(loaded.bytes / count),
      'of nat. memory': percent(loaded.bytes / count / national.bytes),
      'first view, each': ms(views.ms / count),
      'its memory': kB(views.bytes / count),
    });
    shared = once.bytes;
    some ??= made;
  }
  console.table(table);
  console.log(`shared by all overlays: ${kB(shared)}`);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first && last && last !== first) {
    const more = last.count - first.count;
    console.log(
      `\nslope: ${ms((last.ms - first.ms) / more)} and ${kB((last.bytes - first.bytes) / more)} for each overlay more`,
    );
  }
  if (some) matchingWithin(edition, some);
}

async function loadMany(edition: Edition, count: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-bench-'));
  try {
    const { regions, edition: enough } = regionsFor(edition, count);
    cpSync('knowledge/edition.yaml', path.join(folder, 'edition.yaml'));
    writeOverlays(folder, edition, regions);
    const composition = nationalComposition(enough);
    const loader = { knowledgeDir: folder, lastGood: createLastGoodStore(''), now: () => new Date() };
    // What all overlays share (an index of the ways of asking, compiled code) belongs to none of them.
    const once = await measure(() => warmUp(edition, composition, loader));
    const loaded = await measure(() => loadOverlays(loader, composition));
    const problems = [...loaded.value.values()].flatMap((overlay) => overlay.problems);
    if (problems[0]) throw new Error(JSON.stringify(problems[0]));
    const national = nationalView(enough);
    const compose = ({ composition: laid, layer }: LoadedOverlay) => {
      const view = createView(national, laid, DAY);
      for (const id of [...(layer?.refinements.keys() ?? []), ...(layer?.additions.keys() ?? [])]) view.compose(id);
      view.ids();
      return view;
    };
    const views = await measure(() => [...loaded.value.values()].map(compose));
    const view = views.value[0];
    return { once, loaded, views, made: view };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function warmUp(edition: Edition, composition: Composition, loader: OverlayLoader): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-bench-'));
  writeOverlays(folder, edition, regionsFor(edition, 1).regions);
  await loadOverlays({ ...loader, knowledgeDir: folder }, composition);
  rmSync(folder, { recursive: true, force: true });
}

/** The same questions nationally and within an overlay, in turns, so that neither has the warmer machine. */
function matchingWithin(edition: Edition, local: LocalWays): void {
  const model = readModel('knowledge');
  // Learning from all of it takes a minute; how much slower an overlay is can be seen on a tenth as well.
  const asked = model ? edition.asked : edition.asked.filter((_way, n) => n % 10 === 0);
  const matcher = createMatcher({ ...edition, asked }, model);
  const questions = Array.from(
    { length: QUERIES },
    (_, n) => edition.asked[(n * 7919) % edition.asked.length]?.text ?? '',
  );
  const times: { national: number[]; local: number[] } = { national: [], local: [] };
  const time = (list: number[], question: string, ways?: LocalWays) => {
    const start = performance.now();
    matcher.match(question, ways);
    list.push(performance.now() - start);
  };
  for (const [n, question] of [...questions.slice(0, 200), ...questions].entries()) {
    // Whoever comes second finds the question's data in the processor's cache: they take turns.
    if (n % 2 === 0) time(times.national, question);
    time(times.local, question, local);
    if (n % 2 === 1) time(times.national, question);
  }
  const [national, within] = [times.national, times.local].map((list) => list.slice(200).sort((a, b) => a - b));
  const at = (list: readonly number[] | undefined, part: number) => list?.[Math.floor(list.length * part)] ?? 0;
  console.log(`\nmatching, one question of ${QUERIES}, ${asked.length} ways of asking`);
  console.table({
    national: { median: ms(at(national, 0.5)), p99: ms(at(national, 0.99)) },
    'within an overlay': { median: ms(at(within, 0.5)), p99: ms(at(within, 0.99)) },
    difference: {
      median: percent(at(within, 0.5) / at(national, 0.5) - 1),
      p99: percent(at(within, 0.99) / at(national, 0.99) - 1),
    },
  });
}

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

/** Time, and what stays in memory once everything that can go has gone. */
async function measure<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number; bytes: number }> {
  const before = memory();
  const start = performance.now();
  const value = await work();
  const time = performance.now() - start;
  return { value, ms: time, bytes: memory() - before };
}

function memory(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kB = (bytes: number) => `${(bytes / 1024).toFixed(bytes < 102_400 ? 1 : 0)} kB`;
const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
