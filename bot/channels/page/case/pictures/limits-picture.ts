/** The three limits on a calendar line with today. Each has its own row, so that no two dates ever stand on each other. */
import { Temporal } from 'temporal-polyfill';
import type { CaseOutcome, DeadlinesResult } from '../../../../cases/index.ts';
import { writeDate } from '../../../../knowledge/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import { anchor, percent, renderFigure } from './svg.ts';

type Limit = DeadlinesResult['limits'][number];

/** Today may lie far behind or before the limits; then it stands this much beyond the edge of them. */
const BEYOND = 0.12;
/** Names of months nearer to each other than this would touch. */
const ROOM_FOR_MONTH = 0.13;

/** Of longer times only the years are marked. */
const MOST_MONTHS = 24;

interface Line {
  readonly from: string;
  readonly at: (day: string) => number;
  readonly until: string;
}

export function renderLimitsPicture({ input, result }: CaseOutcome<DeadlinesResult>, context: PageContext): Html {
  const { say, settings } = context;
  const { limits, position } = result;
  const line = lineOf([String(input.applied), ...limits.flatMap(({ from, due }) => [from, due])], position.today);
  const day = (date: string) => writeDate(date, settings.language);
  const caption = say('case-page:picture.limits', { today: day(position.today) });
  return renderFigure(
    caption,
    html`${renderScale(line, position.today, context)}
<ol class="limits">${limits.map((limit) => {
      const state = stateOf(limit, result, input);
      return html`<li class="${state}"><p class="bar-words"><span><b>${say(`case-page:limit.stage-${limit.stage}`)}</b></span> <span class="state">${say(`case-page:limit.${state}`)}</span></p>
<svg class="bar" width="100%" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="fill" x="${percent(line.at(limit.from))}" width="${percent(line.at(limit.due) - line.at(limit.from))}" height="100%"/><line class="today-line" x1="${percent(line.at(position.today))}" x2="${percent(line.at(position.today))}" y1="0" y2="100%"/></svg>
<p class="bar-words soft"><span>${say('case-page:limit.from', { day: day(limit.from) })}${limit.assumed && html` ${say('case-page:limit.assumed')}`}</span> <b class="due">${say('case-page:limit.due', { day: day(limit.due) })}</b></p>
${!limit.covered && html`<p class="soft">${say('case:calendar.not-covered')}</p>`}</li>`;
    })}</ol>`,
  );
}

function lineOf(days: readonly string[], today: string): Line {
  const sorted = [...days].sort();
  const first = sorted[0] ?? today;
  const last = sorted.at(-1) ?? today;
  const span = Math.max(1, daysBetween(first, last));
  const beyond = Math.ceil(span * BEYOND);
  const from = today < first ? add(first, -Math.min(beyond, daysBetween(today, first))) : first;
  const until = today > last ? add(last, Math.min(beyond, daysBetween(last, today))) : last;
  const length = Math.max(1, daysBetween(from, until));
  return { from, until, at: (day) => Math.min(1, Math.max(0, daysBetween(from, day) / length)) };
}

/** Months above, today below them: the arrow and the line through all rows are today. */
function renderScale(line: Line, today: string, { say, settings }: PageContext): Html {
  const at = line.at(today);
  let lastShown = Number.NEGATIVE_INFINITY;
  const days = firstDays(line);
  const years = days.length > MOST_MONTHS;
  const month = new Intl.DateTimeFormat(settings.language, { month: 'short', timeZone: 'UTC' });
  const ticks = (years ? days.filter((day) => day.slice(5, 7) === '01') : days).map((day) => {
    const share = line.at(day);
    const named = share - lastShown >= ROOM_FOR_MONTH && share < 0.95;
    if (named) lastShown = share;
    const name = years ? day.slice(0, 4) : month.format(Date.parse(day));
    return html`<line class="tick" x1="${percent(share)}" x2="${percent(share)}" y1="0" y2="1.4em"/>${named && html`<text class="month" x="${percent(share)}" dx="0.25em" y="1em">${name}</text>`}`;
  });
  return html`<svg class="scale" width="100%" aria-hidden="true">${ticks}<text class="today" x="${percent(at)}" y="2.6em" text-anchor="${anchor(at)}">▼ ${say('case-page:picture.today')}</text></svg>`;
}

function firstDays({ from, until }: Line): string[] {
  const days: string[] = [];
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7)).add({ months: 1 });
  for (; month.toPlainDate({ day: 1 }).toString() <= until; month = month.add({ months: 1 }))
    days.push(month.toPlainDate({ day: 1 }).toString());
  return days;
}

/** A stage is known to be done when the next one has begun; that its days are over says nothing of that. */
function stateOf(
  { stage, due }: Limit,
  { position }: DeadlinesResult,
  { letterReceived, fundsReceived }: Readonly<Record<string, unknown>>,
): string {
  const begun = fundsReceived !== undefined ? 3 : letterReceived !== undefined ? 2 : 1;
  if (position.state === 'finished' || stage < begun) return 'done';
  if (due < position.today) return stage === 3 ? 'late' : 'over';
  if (position.state === 'before' || stage !== position.stage) return 'ahead';
  return due === position.today ? 'due-today' : 'running';
}

function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(until).days;
}

function add(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
