/**
 * Words of a text, with its terms of art made tappable: a native `<details>` in the line, which opens its gloss by
 * touch, mouse or keyboard and needs no script. Each term is glossed once in a bubble, as a good writer would.
 */
import type { Answer } from '../../../answers/index.ts';
import { type Html, html, type Piece } from '../html.ts';

export interface Glosser {
  /**
   * Lines become line breaks. The result holds `<details>`, so it belongs into a `<div>`, never into a `<p>`.
   * @param plain how the words between terms are written
   */
  readonly write: (text: string, plain?: (words: string) => Piece) => Html;
}

export function createGlosser(terms: Answer['terms']): Glosser {
  // The longest first: 临时缴费账户 before 账户.
  let left = [...terms].sort((one, other) => other.term.length - one.term.length);
  const write = (text: string, plain: (words: string) => Piece = lines): Html => {
    const found = firstTerm(text, left);
    if (!found) return html`${plain(text)}`;
    const { at, entry } = found;
    const word = text.slice(at, at + entry.term.length);
    left = left.filter((other) => other !== entry);
    const before = write(text.slice(0, at), plain);
    const after = write(text.slice(at + entry.term.length), plain);
    return html`${before}<details class="term"><summary>${word}</summary><span class="gloss">${entry.gloss}</span></details>${after}`;
  };
  return { write };
}

function firstTerm(text: string, terms: Answer['terms']) {
  const lower = text.toLowerCase();
  for (const entry of terms) {
    const at = lower.indexOf(entry.term.toLowerCase());
    if (at >= 0) return { at, entry };
  }
  return undefined;
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
