/** Where was paid, in order of time, and for how long in each province against what makes a province pay. */
import type { BenefitPlaceResult, CaseOutcome } from '../../../../cases/index.ts';
import { sayFacts } from '../../../../cases/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { nameOf } from '../render/regions.ts';
import { percent, renderBars, renderFigure } from './svg.ts';

interface Stay {
  readonly region: string;
  readonly months: number;
  readonly temporary?: boolean;
}

/** Narrower than this, a number doesn't fit into its piece. */
const ROOM_FOR_NUMBER = 0.07;

export function renderStaysPicture({ input, result }: CaseOutcome<BenefitPlaceResult>, context: PageContext): Html {
  const stays = input.stays as readonly Stay[];
  const { say } = context;
  const months = (count: number) => monthsLong(count, context);
  const caption = say('case-page:picture.stays', {
    total: months(result.totalMonths),
    place: nameOf(result.place, context),
  });
  return renderFigure(
    caption,
    html`${renderTimeline(stays, result, context)}
<ol class="legend">${stays.map(
      (stay, index) =>
        html`<li><span class="no${pays(stay, result) && html` strong`}" aria-hidden="true">${index + 1}</span> <span>${nameOf(stay.region, context)} <b>${months(stay.months)}</b>${
          stay.temporary && html` · ${say('case-page:picture.temporary')}`
        }${pays(stay, result) && html` · <b class="pays">✓ ${say('case-page:picture.pays')}</b>`}</span></li>`,
    )}</ol>
<h3 class="small">${say('case-page:picture.byProvince', { needed: months(result.neededMonths) })}</h3>
${renderProvinces(stays, result, context)}`,
  );
}

function renderTimeline(stays: readonly Stay[], result: BenefitPlaceResult, { say }: PageContext): Html {
  const total = stays.reduce((sum, stay) => sum + stay.months, 0);
  let before = 0;
  const pieces = stays.map((stay, index) => {
    const from = before / total;
    const share = stay.months / total;
    before += stay.months;
    const kind = pays(stay, result) ? ' strong' : '';
    return html`<g class="piece${kind}"><rect x="${percent(from)}" width="${percent(share)}" height="100%"/>${
      stay.temporary &&
      html`<rect class="hatch" x="${percent(from)}" width="${percent(share)}" height="100%" fill="url(#hatch)"/>`
    }${share >= ROOM_FOR_NUMBER && html`<text x="${percent(from + share / 2)}" y="50%">${index + 1}</text>`}</g>`;
  });
  return html`<svg class="timeline" width="100%" aria-hidden="true"><defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0,8L8,0" class="hatch-line"/></pattern></defs>${pieces}</svg>
<p class="ends soft" aria-hidden="true"><span>${say('case-page:picture.first')}</span><span>${say('case-page:picture.last')}</span></p>`;
}

/** Months count for a province without those of temporary accounts; a province that only gathers has none. */
function renderProvinces(stays: readonly Stay[], result: BenefitPlaceResult, context: PageContext): Html {
  const { say } = context;
  const totals = new Map<string, number>(stays.map(({ region }) => [region, 0]));
  for (const { region, months, temporary } of stays)
    if (!temporary) totals.set(region, (totals.get(region) ?? 0) + months);
  if (!totals.has(result.place)) totals.set(result.place, 0);
  const scale = Math.max(...totals.values(), result.neededMonths * 1.25);
  const bars = [...totals].map(([region, months]) => {
    const enough = say(months >= result.neededMonths ? 'case-page:picture.enough' : 'case-page:picture.notEnough', {
      needed: monthsLong(result.neededMonths, context),
    });
    return {
      label: nameOf(region, context),
      value: monthsLong(months, context),
      note: region === result.place ? `${enough} · ✓ ${say('case-page:picture.pays')}` : enough,
      share: months / scale,
      strong: region === result.place,
      mark: result.neededMonths / scale,
    };
  });
  return renderBars(bars);
}

function pays(stay: Stay, result: BenefitPlaceResult): boolean {
  return stay.region === result.place && !stay.temporary;
}

function monthsLong(count: number, { edition, say, settings }: PageContext): string {
  return String(sayFacts({ edition, say, language: settings.language }, { itMonths: count }).itMonthsLong);
}
