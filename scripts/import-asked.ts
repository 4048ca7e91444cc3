/**
 * Adds ways of asking written as plain text, one file or more a voice, to knowledge/asked/:
 *
 *   node scripts/run.mjs scripts/import-asked.ts FOLDER [--knowledge knowledge]
 *
 * A file is named for its author (`north-1.txt`: voice "north") and holds headings `# entry-id`, `# not-ours:kind`,
 * `# smalltalk|handoff|complaint`, and under each one question a line, `style| text`. Several people write without
 * seeing each other's files, so the same sentence comes twice: what the edition has already is left out, what is said
 * twice within an entry is kept once, and what two entries both claim goes to the one whose other ways of asking are
 * most like it, or nowhere. Lines that are there already stay as they are, byte for byte.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { INTENTS, loadEdition, STYLES } from '../bot/knowledge/index.ts';
import { dropDoubles, targetOf } from './import-asked/drop-doubles.ts';
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

const edition = loadEdition(values.knowledge);
const known = {
  entry: new Set(edition.entries.keys()),
  neighbour: new Set(edition.neighbours.keys()),
  intent: new Set<string>(INTENTS),
};
const unknown = written.filter((line) => !known[line.kind].has(line.of));
const { kept, dropped } = dropDoubles(
  edition.asked,
  written.filter((line) => known[line.kind].has(line.of)),
);
const folders = { entry: 'asked', neighbour: 'asked/neighbours', intent: 'asked/intents' } as const;
let files = 0;
for (const lines of Map.groupBy(kept, targetOf).values()) {
  const [first] = lines;
  if (!first) continue;
  const file = path.join(values.knowledge, folders[first.kind], `${first.of}.yaml`);
  const document = readAsked(file, first);
  for (const line of lines) addLine(document, line);
  writeFileSync(file, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
  files += 1;
}

console.log(`${written.length} written, ${kept.length} added in ${files} files`);
for (const [reason, doubles] of Map.groupBy(dropped, (line) => line.why)) console.log(`  ${doubles.length} ${reason}`);
for (const [target, lines] of Map.groupBy(unknown, targetOf))
  console.log(`  skipped ${lines.length} ways of asking ${target}: the edition has no such target`);

function readAsked(file: string, { kind, of }: Written): Document {
  if (existsSync(file)) return parseDocument(readFileSync(file, 'utf8'));
  mkdirSync(path.dirname(file), { recursive: true });
  const up = kind === 'entry' ? '..' : '../..';
  return parseDocument(`# yaml-language-server: $schema=${up}/schema/asked.schema.json\nof: ${of}\nasked: {}\n`);
}

/** A new voice comes after the old ones, styles in the order of STYLES: nothing that is there moves. */
function addLine(document: Document, { voice, style, text }: Written): void {
  const asked = document.get('asked');
  if (!isMap(asked)) throw new Error('"asked" is no map');
  const styles = mapIn(document, asked, voice);
  const order: readonly string[] = STYLES;
  let texts = styles.get(style);
  if (!isSeq(texts)) {
    texts = document.createNode([]);
    styles.set(style, texts);
    styles.items.sort((a, b) => order.indexOf(String(a.key)) - order.indexOf(String(b.key)));
  }
  if (isSeq(texts)) texts.add(document.createNode(text));
}

function mapIn(document: Document, map: YAMLMap, key: string): YAMLMap {
  const found = map.get(key);
  if (isMap(found)) return found;
  const created = document.createNode({}) as YAMLMap;
  map.set(key, created);
  map.flow = false;
  return created;
}
