/**
 * HTML as a tagged template. Everything put into a template is escaped unless it is itself the result of one, so that
 * a person's message can never become markup. Thirty lines instead of a library: the page needs no more than this.
 */

/** Markup that is safe to send. Only `html` makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: nothing at all for `undefined` and `false`, so that `condition && html…` reads well. */
export type Piece = Html | string | number | false | undefined | readonly Piece[];

export function html(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let markup = fixed[0] ?? '';
  pieces.forEach((piece, index) => {
    markup += toMarkup(piece) + (fixed[index + 1] ?? '');
  });
  return new Html(markup);
}

function toMarkup(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'object') return piece.map(toMarkup).join('');
  return escapeHtml(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fit for text and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
