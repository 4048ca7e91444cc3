/**
 * One more way of asking in the text of knowledge/asked/<id>.yaml. Only the lines needed are new; comments, order,
 * quoting, indentation and line ends of all others stay, so that the difference is what an editor meant to change.
 */
import { isMap, isNode, isPair, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Style } from '../knowledge/index.ts';

export interface NewWay {
  /** Entry, neighbour or intent. */
  readonly of: string;
  readonly voice: string;
  readonly style: Style;
  readonly text: string;
}

/** @param schema where the JSON Schema lies, seen from the new file */
export function createAskedFile({ of, voice, style, text }: NewWay, schema: string): string {
  return `# yaml-language-server: $schema=${schema}\nof: ${of}\nasked:\n  ${voice}:\n    ${style}:\n      - ${write(text)}\n`;
}

/** @param file text of a valid file @throws Error when the result would not be the file plus this way */
export function addWay(file: string, way: NewWay): string {
  const edit = editFor(file, way);
  const after = edit && file.slice(0, edit.at) + edit.text + file.slice(edit.at);
  if (after === undefined || !isPlusOne(file, after, way))
    throw new Error(`cannot add a way of asking to the file of ${way.of} without changing other lines`);
  return after;
}

interface Edit {
  readonly at: number;
  readonly text: string;
}

/** Steps down as far as the file goes: the list of the style, else its voice, else all voices. */
function editFor(file: string, { voice, style, text }: NewWay): Edit | undefined {
  const asked = childMap(parseDocument(file).contents, 'asked');
  if (!asked) return undefined;
  const ofVoice = childMap(asked, voice);
  if (!ofVoice) return addToMap(file, asked, voice, { [style]: [text] });
  const list = ofVoice.get(style);
  return isSeq(list) ? addToList(file, list, text) : addToMap(file, ofVoice, style, [text]);
}

function childMap(map: unknown, key: string): YAMLMap | undefined {
  const child = isMap(map) ? map.get(key) : undefined;
  return isMap(child) ? child : undefined;
}

function addToList(file: string, list: YAMLSeq, text: string): Edit | undefined {
  if (list.flow) return { at: endOfLast(list), text: `, ${writeInFlow(text)}` };
  const first = list.range?.[0];
  if (first === undefined) return undefined;
  return { at: lineEnd(file, endOf(list)), text: `${newline(file)}${indentTo(file, first)}- ${write(text)}` };
}

function addToMap(file: string, map: YAMLMap, key: string, value: object): Edit | undefined {
  if (map.flow) return { at: endOfLast(map), text: `, ${key}: ${JSON.stringify(value)}` };
  const first = map.range?.[0];
  if (first === undefined) return undefined;
  const indent = indentTo(file, first);
  const lines = stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
  return { at: lineEnd(file, endOf(map)), text: lines.map((line) => `${newline(file)}${indent}${line}`).join('') };
}

/** The end of what is really there: a block's own range runs on over comments that follow. */
function endOf(node: unknown): number {
  if (isPair(node)) return Math.max(endOf(node.key), endOf(node.value));
  if ((isMap(node) || isSeq(node)) && !node.flow) return endOfLast(node);
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** Behind the last item, and so before the bracket of a flow list. */
function endOfLast(node: YAMLMap | YAMLSeq): number {
  return Math.max(0, ...node.items.map(endOf));
}

/** Behind a comment on the same line. */
function lineEnd(file: string, at: number): number {
  const end = file.indexOf('\n', at);
  if (end < 0) return file.length;
  return file[end - 1] === '\r' ? end - 1 : end;
}

function newline(file: string): string {
  return file.includes('\r\n') ? '\r\n' : '\n';
}

function indentTo(file: string, offset: number): string {
  return ' '.repeat(offset - (file.lastIndexOf('\n', offset - 1) + 1));
}

function write(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/** Inside brackets commas and brackets mean something too. */
function writeInFlow(text: string): string {
  return write(text) === text && !/[,[\]{}]/.test(text) ? text : JSON.stringify(text);
}

/** Read back: everything as it was, and this way at the end of its list. */
function isPlusOne(before: string, after: string, { voice, style, text }: NewWay): boolean {
  const document = parseDocument(after);
  if (document.errors.length > 0) return false;
  const wanted = parseDocument(before).toJS() as { asked: Record<string, Record<string, string[]>> };
  wanted.asked[voice] ??= {};
  wanted.asked[voice][style] = [...(wanted.asked[voice][style] ?? []), text];
  return JSON.stringify(document.toJS()) === JSON.stringify(wanted);
}
