/** The months in both schemes against what the employees' scheme asks for. */
import type { CaseOutcome, SchemesResult } from '../../../../cases/index.ts';
import { sayFacts } from '../../../../cases/index.ts';
import type { Html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { renderBars, renderFigure } from './svg.ts';

export function renderSchemesPicture({ input, result }: CaseOutcome<SchemesResult>, context: PageContext): Html {
  const { say, edition, settings } = context;
  const months = (count: number) =>
    String(sayFacts({ edition, say, language: settings.language }, { itMonths: count }).itMonthsLong);
  const { employeeMonths, minimumMonths, gapMonths } = result;
  const residentMonths = Number(input.residentMonths ?? 0);
  const scale = Math.max(employeeMonths, residentMonths, minimumMonths * 1.15);
  const note = say(gapMonths > 0 ? 'case-page:schemes.short' : 'case-page:schemes.enough', {
    needed: months(minimumMonths),
    gap: months(gapMonths),
  });
  return renderFigure(
    say('case-page:picture.schemes', { needed: months(minimumMonths) }),
    renderBars([
      {
        label: say('case-page:schemes.employee'),
        value: months(employeeMonths),
        note,
        share: employeeMonths / scale,
        strong: true,
        mark: minimumMonths / scale,
      },
      { label: say('case-page:schemes.resident'), value: months(residentMonths), share: residentMonths / scale },
    ]),
  );
}
