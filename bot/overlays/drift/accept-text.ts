/**
 * Writes the words that a change has been read against into its file: the `refined:` block and nothing else. Every
 * other byte stays, comments and quoting too, so that the difference an editor sees is the one that was accepted.
 */
import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { Refined } from '../schema/overlay-files.ts';

/** Which change of a file gets which words. */
export interface Accepted {
  /** `changes` or `deletions`, and the place in that list. */
  readonly list: 'changes' | 'deletions';
  readonly index: number;
  readonly refined: Refined;
}

/** @returns the text with the blocks rewritten; the same text when there is nothing to accept */
export function acceptInText(text: string, accepted: readonly Accepted[]): string {
  const contents = parseDocument(text).contents;
  const edits = accepted.flatMap(({ list, index, refined }) => {
    const items = isMap(contents) ? contents.get(list) : undefined;
    const map = isSeq(items) ? items.items[index] : undefined;
    return isMap(map) ? [editOf(text, map, refined)] : [];
  });
  // From the end, so that the places of the earlier ones stay right.
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((at, edit) => at.slice(0, edit.start) + edit.text + at.slice(edit.end), text);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editOf(text: string, map: YAMLMap, refined: Refined): Edit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const known = map.items.find((pair) => keyOf(pair) === 'refined');
  if (map.flow) {
    const written = `refined: ${JSON.stringify(refined)}`;
    if (known) return { ...rangeOf(text, known), text: written };
    const end = endOfLast(text, map);
    return { start: end, end, text: `, ${written}` };
  }
  const indent = columnOf(text, startOf(map.items[0]));
  const lines = stringify({ refined }, { lineWidth: 0 }).trimEnd().split('\n');
  const block = lines.map((line, n) => (n === 0 ? line : ' '.repeat(indent) + line)).join(newline);
  if (known) return { ...rangeOf(text, known), text: block };
  const end = endOfLast(text, map);
  return { start: end, end, text: `${newline}${' '.repeat(indent)}${block}` };
}

function keyOf(pair: unknown): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
}

function startOf(pair: Pair | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** From the key to the last character of the value, without the line end and comments behind it. */
function rangeOf(text: string, pair: Pair): { readonly start: number; readonly end: number } {
  const start = startOf(pair);
  return { start, end: start + text.slice(start, valueEnd(pair)).trimEnd().length };
}

/** The end of what is really there: the last scalar below, since a block's own end runs on over comments. */
function valueEnd(node: unknown): number {
  if (isPair(node)) return Math.max(valueEnd(node.key), valueEnd(node.value));
  if ((isMap(node) || isSeq(node)) && !node.flow) return Math.max(0, ...node.items.map(valueEnd));
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range?.[1] ?? 0;
}

/** Behind the last value of a map, on the line where it ends. */
function endOfLast(text: string, map: YAMLMap): number {
  const end = Math.max(0, ...map.items.map(valueEnd));
  if (map.flow) return text.slice(0, end).trimEnd().length;
  // A block scalar ends with its line end; a comment behind a plain value stays on its line.
  const kept = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', kept);
  const stop = lineEnd < 0 ? text.length : lineEnd;
  return text[stop - 1] === '\r' ? stop - 1 : stop;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
