/** When one may retire: earliest, statutory and latest on a line of ages, each with a shape of its own. */
import type { CaseOutcome, RetirementResult } from '../../../../cases/index.ts';
import { sayFacts } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { percent, renderFigure } from './svg.ts';

type Which = 'earliest' | 'statutory' | 'latest';

interface Point {
  readonly which: Which;
  readonly month: string;
  readonly minimumMonths: number | null;
}

/** A shape for each, so that nobody needs to tell colours apart. Middle at 0,0, about 16 px wide. */
const SHAPES: Readonly<Record<Which, string>> = {
  earliest: 'M-9,-8L9,0L-9,8Z',
  statutory: 'M0,-11L11,0L0,11L-11,0Z',
  latest: 'M-8,-8H8V8H-8Z',
};
/** The line begins and ends a little outside its points. */
const MARGIN = 0.1;

export function renderAgePicture({ input, result }: CaseOutcome<RetirementResult>, context: PageContext): Html {
  const { say } = context;
  const points = pointsOf(result);
  const birth = String(input.birth).slice(0, 7);
  const words = (facts: Readonly<Record<string, string | number>>) =>
    sayFacts({ edition: context.edition, say, language: context.settings.language }, facts);
  const list = points.map(({ which, month, minimumMonths }) => {
    const said = words({ itMonth: month, itAge: count(month) - count(birth), minimumMonths: minimumMonths ?? 0 });
    const minimum = minimumMonths === null ? '' : say('case-page:age.minimum', { months: String(said.minimumMonths) });
    return html`<li class="${which}"><svg class="shape" width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true"><path d="${SHAPES[which]}"/></svg>
<span><b>${say(`case-page:age.${which}`)}</b> ${said.itMonth} · ${said.itAge}${minimum && html`<br><span class="soft">${minimum}</span>`}</span></li>`;
  });
  const caption = say(points.length > 1 ? 'case-page:picture.ages' : 'case-page:picture.age');
  return renderFigure(
    caption,
    html`${points.length > 1 && renderLine(points, context)}<ul class="legend shapes">${list}</ul>`,
  );
}

function renderLine(points: readonly Point[], { say }: PageContext): Html {
  const first = count(points[0]?.month ?? '');
  const span = Math.max(1, count(points.at(-1)?.month ?? '') - first);
  const at = (month: string) => MARGIN + ((count(month) - first) / span) * (1 - 2 * MARGIN);
  return html`<svg class="ages" width="100%" aria-hidden="true"><line class="axis" x1="0" x2="100%" y1="2.6em" y2="2.6em"/><line class="may" x1="${percent(at(points[0]?.month ?? ''))}" x2="${percent(at(points.at(-1)?.month ?? ''))}" y1="2.6em" y2="2.6em"/>${points.map(
    ({ which, month }) => {
      const below = which !== 'statutory';
      return html`<svg class="point ${which}" x="${percent(at(month))}" y="2.6em" overflow="visible"><path d="${SHAPES[which]}"/></svg><text x="${percent(at(month))}" y="${below ? '4.6em' : '1.3em'}" text-anchor="middle">${say(`case-page:age.${which}`)}</text>`;
    },
  )}</svg>`;
}

function pointsOf(result: RetirementResult): Point[] {
  const { earliestMonth, statutoryMonth, latestMonth, minimumMonths, earliestMinimumMonths } = result;
  const statutory: Point = { which: 'statutory', month: statutoryMonth, minimumMonths };
  if (earliestMonth === null || latestMonth === null) return [statutory];
  return [
    { which: 'earliest', month: earliestMonth, minimumMonths: earliestMinimumMonths },
    statutory,
    { which: 'latest', month: latestMonth, minimumMonths },
  ];
}

/** YYYY-MM as a number of months. */
function count(month: string): number {
  const [year, number] = month.split('-');
  return Number(year) * 12 + Number(number) - 1;
}
