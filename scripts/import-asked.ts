/**
 * Imports ways of asking written as plain text, one file or more a voice, into knowledge/asked/:
 *
 *   node scripts/run.mjs scripts/import-asked.ts FOLDER [--knowledge knowledge]
 *
 * A file is named for its author (`north-1.txt`: voice "north") and holds headings `# entry-id`, `# not-ours:kind`,
 * `# smalltalk|handoff|complaint`, and under each one question a line, `style| text`. Several people write without
 * seeing each other's files, so the same sentence comes twice: what is said twice within an entry is kept once, and
 * what two entries both claim goes to the one whose other ways of asking are most like it, or nowhere.
 * Every file of knowledge/asked is written anew: the plain text is the original, the YAML the edition's form of it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { checkShape, INTENTS, NeighboursFile, STYLES, YamlFile } from '../bot/knowledge/index.ts';
import { dropDoubles } from './import-asked/drop-doubles.ts';
import { readPlainAsked, type Written } from './import-asked/read-plain-asked.ts';

const { values, positionals } = parseArgs({
  options: { knowledge: { type: 'string', default: 'knowledge' } },
  allowPositionals: true,
});
const [from] = positionals;
if (!from) throw new Error('Which folder? Usage: node scripts/run.mjs scripts/import-asked.ts FOLDER');

const written: Written[] = [];
for (const name of readdirSync(from)
  .filter((file) => file.endsWith('.txt'))
  .sort()) {
  const { lines, problems } = readPlainAsked(name, readFileSync(path.join(from, name), 'utf8'));
  for (const problem of problems) console.error(problem);
  written.push(...lines);
}

const { kept, dropped } = dropDoubles(written);
const folders = { entry: 'asked', neighbour: 'asked/neighbours', intent: 'asked/intents' } as const;
const known = knownTargets(values.knowledge);
for (const folder of Object.values(folders)) {
  mkdirSync(path.join(values.knowledge, folder), { recursive: true });
  for (const name of readdirSync(path.join(values.knowledge, folder)))
    if (name.endsWith('.yaml')) rmSync(path.join(values.knowledge, folder, name));
}

const skipped = new Map<string, number>();
let files = 0;
for (const [target, lines] of Map.groupBy(kept, (line) => `${line.kind}:${line.of}`)) {
  const [first] = lines;
  if (!first) continue;
  if (!known[first.kind].has(first.of)) {
    skipped.set(target, lines.length);
    continue;
  }
  const asked: Record<string, Partial<Record<string, string[]>>> = {};
  for (const [voice, said] of [...Map.groupBy(lines, (line) => line.voice)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const styles: Partial<Record<string, string[]>> = {};
    for (const style of STYLES) {
      const texts = said.filter((line) => line.style === style).map((line) => line.text);
      if (texts.length > 0) styles[style] = texts;
    }
    asked[voice] = styles;
  }
  const up = first.kind === 'entry' ? '..' : '../..';
  const yaml = stringify({ of: first.of, asked }, { lineWidth: 0 });
  writeFileSync(
    path.join(values.knowledge, folders[first.kind], `${first.of}.yaml`),
    `# yaml-language-server: $schema=${up}/schema/asked.schema.json\n${yaml}`,
  );
  files += 1;
}

const sum = [...skipped.values()].reduce((a, b) => a + b, 0);
console.log(
  `${written.length} written, ${dropped.length} dropped as said already, ${kept.length - sum} kept in ${files} files`,
);
for (const [reason, doubles] of Map.groupBy(dropped, (line) => line.why)) console.log(`  ${doubles.length} ${reason}`);
for (const [target, count] of skipped)
  console.log(`  skipped ${count} ways of asking ${target}: the edition has no such target yet`);

/** What ways of asking may belong to: entries, neighbours and intents of the edition as it stands. */
function knownTargets(knowledge: string) {
  const entries = path.join(knowledge, 'entries');
  const names = existsSync(entries) ? readdirSync(entries) : [];
  const file = path.join(knowledge, 'neighbours.yaml');
  const neighbours = checkShape(new YamlFile(file, readFileSync(file)), NeighboursFile);
  return {
    entry: new Set(names.map((name) => path.basename(name, '.yaml'))),
    neighbour: new Set('value' in neighbours ? neighbours.value.neighbours.map(({ id }) => id) : []),
    intent: new Set<string>(INTENTS),
  };
}
