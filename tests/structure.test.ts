/** The plan of docs/architecture.md, held against the code: imports run one way, through doors, without cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder → the folders it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  overlays: ['knowledge'],
  matching: ['knowledge'],
  cases: ['knowledge'],
  answers: ['knowledge', 'overlays', 'matching'],
  wording: ['knowledge'],
  service: ['knowledge', 'overlays', 'matching', 'wording'],
  store: ['settings.ts'],
  suggestions: ['knowledge', 'matching', 'store'],
  conversation: ['knowledge', 'overlays', 'matching', 'cases', 'answers', 'wording', 'service'],
  channels: [
    'knowledge',
    'overlays',
    'matching',
    'cases',
    'answers',
    'wording',
    'service',
    'store',
    'conversation',
    'settings.ts',
  ],
};

const BOT = path.resolve('bot');

interface Import {
  readonly from: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const at = path.join(folder, item.name);
    if (item.isDirectory()) return item.name === 'vendor' || item.name === 'static' ? [] : sourceFiles(at);
    return item.name.endsWith('.ts') ? [at] : [];
  });
}

const imports: readonly Import[] = sourceFiles(BOT).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gms)].map(
    (match) => ({
      from: path.relative(BOT, file),
      to: path.relative(BOT, path.resolve(path.dirname(file), match[1] ?? match[2] ?? '')),
    }),
  ),
);

const room = (file: string) => file.split(path.sep)[0] ?? '';

describe('The structure', () => {
  it.each(Object.keys(MAY_IMPORT))('bot/%s imports only what stands before it on the road', (folder) => {
    const stepsBack = imports.filter(
      ({ from, to }) => room(from) === folder && room(to) !== folder && !MAY_IMPORT[folder]?.includes(room(to)),
    );
    expect(stepsBack).toEqual([]);
  });

  it('is entered through the doors: nobody imports past an index.ts', () => {
    const past = imports.filter(
      ({ from, to }) => room(from) !== room(to) && to.includes(path.sep) && !to.endsWith(`${path.sep}index.ts`),
    );
    expect(past).toEqual([]);
  });

  it('has no import cycle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
    expect(firstCycle(next)).toEqual([]);
  });

  it('keeps files to one idea: none is longer than 350 lines', () => {
    const long = sourceFiles(BOT).filter((file) => readFileSync(file, 'utf8').split('\n').length > 350);
    expect(long).toEqual([]);
  });
});

/** Depth-first; the first way back to a file still being visited is the cycle. */
function firstCycle(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
