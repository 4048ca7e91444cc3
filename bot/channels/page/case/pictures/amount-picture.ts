/** The money split in its two parts, and the table of the years it comes from. */
import type { AmountResult, CaseOutcome } from '../../../../cases/index.ts';
import { sayFacts } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { type Bar, renderBars, renderFigure } from './svg.ts';

export function renderAmountPicture({ result }: CaseOutcome<AmountResult>, context: PageContext): Html {
  const { say } = context;
  const yuan = (amount: string) => sayYuan(amount, context);
  const temporary = result.interest !== undefined;
  const part = (name: string, amount: string, strong: boolean): Bar => ({
    label: say(`case-page:amount.${temporary ? 'temporary-' : ''}${name}`),
    value: yuan(amount),
    share: shareOf(amount, result.total),
    strong,
  });
  const bars = [
    part('personal', result.personal, true),
    part('pooled', result.pooled, false),
    ...(result.interest === undefined ? [] : [part('interest', result.interest, false)]),
  ];
  const caption = say('case-page:picture.amount', { total: yuan(result.total) });
  return html`${renderFigure(caption, renderBars(bars))}${result.years.length > 0 && renderYears(result, context)}`;
}

function renderYears({ years, wagesTotal, pooled, months }: AmountResult, context: PageContext): Html {
  const { say } = context;
  const plain = (amount: string) => sayYuan(amount, context);
  const column = (name: string) => html`<th scope="col">${say(`case-page:amount.${name}`)}</th>`;
  return html`<table class="years"><caption>${say('case-page:amount.table')}</caption>
<thead><tr>${['year', 'months', 'wages', 'share'].map(column)}</tr></thead>
<tbody>${years.map(
    (row) =>
      html`<tr><th scope="row">${row.year}</th><td>${row.months}</td><td>${plain(row.wages)}</td><td>${plain(row.pooled)}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${say('case-page:amount.sum')}</th><td>${months}</td><td>${plain(wagesTotal)}</td><td>${plain(pooled)}</td></tr></tfoot></table>`;
}

/** For the length of a bar only: the figure itself never becomes a number. */
export function shareOf(amount: string, whole: string): number {
  const all = Number(whole);
  return all > 0 ? Number(amount) / all : 0;
}

export function sayYuan(amount: string, { edition, say, settings }: PageContext): string {
  return String(sayFacts({ edition, say, language: settings.language }, { itYuan: amount }).itYuan);
}
