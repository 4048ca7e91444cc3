/**
 * One YAML file as text, value and places. A problem found later, however deep, can be shown at its line and
 * column, because the parsed document stays with its positions.
 */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Place, Problem, ProblemCode } from './problem.ts';

/** Larger than any file of ours by far; keeps a hostile one from taking the memory. */
const MAX_BYTES = 2_000_000;
const EXCERPT_WIDTH = 80;

export type KeyPath = readonly (string | number)[];

export class YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Problems of the text itself; when there are any, `value` is undefined. */
  readonly problems: readonly Problem[];
  readonly #text: string;
  #lines: readonly string[] | undefined;
  #counter = new LineCounter();
  #document: Document.Parsed | undefined;

  /** @param file name for messages @param bytes the file as read */
  constructor(file: string, bytes: Buffer) {
    this.file = file;
    const text = bytes.toString('utf8');
    this.#text = text;
    if (bytes.length > MAX_BYTES) {
      this.problems = [this.problemAtOffset('too-large', 0, { bytes: bytes.length, most: MAX_BYTES })];
      return;
    }
    const broken = text.indexOf('\uFFFD');
    if (broken >= 0 && !Buffer.from(text, 'utf8').equals(bytes)) {
      // Nothing was parsed, so the counter has to be told where the lines begin.
      this.#counter.lineStarts.push(0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1));
      this.problems = [this.problemAtOffset('not-utf8', broken, {})];
      return;
    }
    const document = this.#parse();
    // One slip of syntax throws off everything after it; what follows would be noise. Keys given twice are all told.
    const slip = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
    const problems = document.errors
      .filter((error) => error.code === 'DUPLICATE_KEY' || error === slip)
      .map((error) =>
        this.problemAtOffset(error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax', error.pos[0], {
          what: error.message,
        }),
      );
    // An alias saves an editor nothing here and lets a small file grow without bound.
    visit(document, {
      Alias: (_key, node) => {
        problems.push(this.problemAtOffset('alias', node.range?.[0] ?? 0, { name: node.source }));
      },
    });
    if (problems.length === 0 && document.contents === null) problems.push(this.problemAtOffset('empty-file', 0, {}));
    this.problems = problems;
    if (problems.length === 0) this.value = document.toJS();
  }

  /** A problem at the value (or, with `atKey`, at the key) that `path` leads to. */
  problem(
    code: ProblemCode,
    path: KeyPath,
    facts: Problem['facts'] = {},
    options: { atKey?: boolean; severity?: Problem['severity'] } = {},
  ): Problem {
    const offset = this.#offsetOf(path, options.atKey ?? false);
    return { ...this.problemAtOffset(code, offset, facts), severity: options.severity ?? 'error' };
  }

  /** Where the value at `path` stands, for those who show origins. */
  place(path: KeyPath): Place {
    return this.#placeAt(this.#offsetOf(path, false));
  }

  /**
   * Keeps text and value only: the parsed document is more than half of what a file takes in memory. Whoever keeps many
   * files lets it go; a place asked for later is found by parsing again.
   */
  letGo(): void {
    this.#document = undefined;
    this.#lines = undefined;
  }

  #parse(): Document.Parsed {
    if (!this.#document) {
      this.#counter = new LineCounter();
      this.#document = parseDocument(this.#text, { lineCounter: this.#counter, prettyErrors: false });
    }
    return this.#document;
  }

  private problemAtOffset(code: ProblemCode, offset: number, facts: Problem['facts']): Problem {
    return { code, severity: 'error', facts, ...this.#placeAt(offset) };
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#counter.linePos(offset);
    const at = { line: Math.max(1, line), column: Math.max(1, col) };
    this.#lines ??= this.#text.split(/\r?\n/);
    const source = this.#lines[at.line - 1] ?? '';
    const start = Math.max(0, at.column - EXCERPT_WIDTH / 2);
    const shown = source.slice(start, start + EXCERPT_WIDTH);
    // A Chinese character is two columns wide on a terminal; full-width blanks keep the caret under its character.
    const blank = [...shown.slice(0, at.column - 1 - start)].map((c) => (c > '\u2E7F' ? '\u3000' : ' ')).join('');
    return { file: this.file, ...at, excerpt: `${shown}\n${blank}^` };
  }

  /** The offset of the deepest part of `path` that exists, so that a missing key is shown at its parent. */
  #offsetOf(path: KeyPath, atKey: boolean): number {
    // A text that could not be parsed has no deeper places; nor is it tried again.
    let node: unknown = this.value === undefined ? undefined : this.#parse().contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && keyName(item.key) === String(step));
        if (!pair) break;
        const target = last && atKey ? pair.key : (pair.value ?? pair.key);
        offset = offsetOfNode(target) ?? offsetOfNode(pair.key) ?? offset;
        node = pair.value;
      } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
        node = node.items[Number(step)];
        offset = offsetOfNode(node) ?? offset;
      } else break;
    }
    return offset;
  }
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function offsetOfNode(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
