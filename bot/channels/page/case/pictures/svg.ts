/**
 * What the pictures share. The policy of our pages forbids inline styles, so geometry stands in SVG attributes: across
 * in per cent of the width, up and down in em, which lets a picture grow with a phone and with large letters alike.
 * Colours come from classes. A picture never says anything that the words beside it don't.
 */
import { type Html, html } from '../../html.ts';

/** @param share 0 to 1 */
export function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}

/** Where a text stands that must not run over the edge. */
export function anchor(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.15) return 'start';
  return share > 0.85 ? 'end' : 'middle';
}

export interface Bar {
  readonly label: string;
  /** The figure in words. */
  readonly value: string;
  /** What it means, below. */
  readonly note?: string;
  /** Of the longest possible bar, 0 to 1. */
  readonly share: number;
  /** The one that counts. */
  readonly strong?: boolean;
  /** A line across: the threshold to be reached, on the same scale. */
  readonly mark?: number;
}

/** Bars on one scale, each under its own words. */
export function renderBars(bars: readonly Bar[]): Html {
  return html`<ul class="bars">${bars.map(
    ({
      label,
      value,
      note,
      share,
      strong,
      mark,
    }) => html`<li><p class="bar-words"><span>${label}</span> <b>${value}</b></p>
<svg class="bar" width="100%" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="${strong ? 'fill strong' : 'fill'}" width="${percent(share)}" height="100%"/>${
      mark !== undefined &&
      html`<line class="mark-line" x1="${percent(mark)}" x2="${percent(mark)}" y1="-0.1em" y2="1.3em"/>`
    }</svg>
${note !== undefined && html`<p class="soft">${note}</p>`}</li>`,
  )}</ul>`;
}

/** The frame of a picture, with what it shows in one sentence. */
export function renderFigure(caption: string, picture: Html): Html {
  return html`<figure class="picture"><figcaption>${caption}</figcaption>${picture}</figure>`;
}
