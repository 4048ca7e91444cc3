/** The estimate as a range, and what its likely figure is made of. */
import type { CaseOutcome, PensionResult } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { sayYuan, shareOf } from './amount-picture.ts';
import { renderBars, renderFigure } from './svg.ts';

export function renderPensionPicture({ result }: CaseOutcome<PensionResult>, context: PageContext): Html | undefined {
  const { say } = context;
  const { low, likely, high, basic, fromAccount, transitional } = result;
  if (low === null || likely === null || high === null || basic === null || fromAccount === null) return undefined;
  const bar = (group: string, name: string, amount: string, whole: string, strong = false) => ({
    label: say(`case-page:pension.${group}.${name}`),
    value: sayYuan(amount, context),
    share: shareOf(amount, whole),
    strong,
  });
  const range = [
    bar('range', 'low', low, high),
    bar('range', 'likely', likely, high, true),
    bar('range', 'high', high, high),
  ];
  const parts = [
    bar('part', 'basic', basic, likely, true),
    bar('part', 'account', fromAccount, likely),
    ...(Number(transitional) > 0 ? [bar('part', 'transitional', transitional, likely)] : []),
  ];
  return html`${low !== high && renderFigure(say('case-page:picture.pensionRange'), renderBars(range))}
${renderFigure(say('case-page:picture.pensionParts', { likely: sayYuan(likely, context) }), renderBars(parts))}`;
}
