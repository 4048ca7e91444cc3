/** The three limits for a phone's calendar: RFC 5545 text through `ics`, whole days, with a reminder in the morning. */
import { createEvents, type EventAttributes } from 'ics';
import { Temporal } from 'temporal-polyfill';
import type { DeadlinesResult } from './deadlines.ts';
import type { CaseOutcome } from './outcome.ts';
import type { Say } from './say-facts.ts';

/** 9 o'clock of the day itself: agencies are open then. */
const REMINDER_HOUR = 9;

/**
 * @param say words of `case:calendar.*`
 * @returns the text of an .ics file; the same input on the same day gives the same text, so that importing it twice
 * replaces the events instead of doubling them
 */
export function writeCalendar(outcome: CaseOutcome<DeadlinesResult>, say: Say): string {
  const applied = String(outcome.input.applied);
  const events = outcome.result.limits.map((limit): EventAttributes & { timestamp: number } => {
    const day = Temporal.PlainDate.from(limit.due);
    const next = day.add({ days: 1 });
    const title = say(`case:calendar.stage-${limit.stage}`);
    const words = [
      say(`case:calendar.what-${limit.stage}`),
      limit.assumed ? say('case:calendar.assumed') : '',
      limit.covered ? '' : say('case:calendar.not-covered'),
    ];
    return {
      uid: `yaodian-${applied}-${limit.stage}@yaodian`,
      productId: '-//Yaodian//cases//ZH',
      title,
      description: words.filter(Boolean).join('\n'),
      start: [day.year, day.month, day.day],
      end: [next.year, next.month, next.day],
      timestamp: Date.parse(`${outcome.asOf}T00:00:00Z`),
      busyStatus: 'FREE',
      alarms: [{ action: 'display', description: title, trigger: { hours: REMINDER_HOUR, before: false } }],
    };
  });
  const { error, value } = createEvents(events);
  if (!value) throw new Error('the limits could not be written as calendar events', { cause: error });
  return value;
}
