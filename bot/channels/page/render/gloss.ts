/**
 * Words of a text, with its terms of art made tappable: a native `<details>` in the line, which opens its gloss by
 * touch, mouse or keyboard and needs no script. Each term is glossed once in a bubble, as a good writer would.
 */
import type { Answer } from '../../../answers/index.ts';
import { createTermFinder } from '../../../knowledge/index.ts';
import { type Html, html, type Piece } from '../html.ts';

export interface Glosser {
  /**
   * Lines become line breaks. The result holds `<details>`, so it belongs into a `<div>`, never into a `<p>`.
   * @param plain how the words between terms are written
   */
  readonly write: (text: string, plain?: (words: string) => Piece) => Html;
}

const STOP = /^(?:['’]s?)?[，。；：、？！）」』”,.;:?!)]*/u;

export function createGlosser(terms: Answer['terms']): Glosser {
  const find = createTermFinder(terms);
  const glosses = new Map(terms.map(({ id, gloss }) => [id, gloss]));
  const write = (text: string, plain: (words: string) => Piece = lines): Html => {
    const pieces: Piece[] = [];
    let written = 0;
    for (const { id, at, words } of find(text)) {
      const gloss = glosses.get(id);
      if (gloss === undefined) continue;
      glosses.delete(id);
      // What ends the phrase stays with its word; it would stand alone beneath the opened gloss.
      const stop = STOP.exec(text.slice(at + words.length))?.[0] ?? '';
      pieces.push(
        plain(text.slice(written, at)),
        html`<details class="term"><summary>${stop ? holdTogether(words, stop) : words}</summary><span class="gloss">${gloss}</span></details>`,
      );
      written = at + words.length + stop.length;
    }
    pieces.push(plain(text.slice(written)));
    return html`${pieces}`;
  };
  return { write };
}

/** A line may break before an inline block, so the last character, or the last word of letters, holds on to what ends it. */
function holdTogether(words: string, stop: string): Html {
  const last = /[\p{Script=Latin}\p{N}'’-]+$|.$/u.exec(words)?.[0] ?? '';
  return html`${words.slice(0, words.length - last.length)}<span class="end">${last}<span class="stop">${stop}</span></span>`;
}

/** Numbers of a short answer, dates whole, made to stand out: they are what the person came for. */
export function markNumbers(text: string): Piece[] {
  return text
    .split(/(\d{1,2} [A-Z][a-z]+ \d{4}|\d[\d.,]*(?:年\d{1,2}月(?:\d{1,2}日)?|%|％)?)/)
    .map((part, index): Piece => (index % 2 === 1 ? html`<span class="number">${part}</span>` : lines(part)));
}

export function lines(text: string): Piece[] {
  return text.split('\n').map((line, index): Piece => (index === 0 ? line : html`<br>${line}`));
}
