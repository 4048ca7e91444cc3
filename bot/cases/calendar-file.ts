/**
 * The three limits for a phone's calendar: RFC 5545 text, whole days, with a reminder in the morning.
 * Written here, not with `ics`: that library folds lines by characters where the RFC counts octets, which makes Chinese
 * lines up to three times too long, and its stamp of the moment cannot be set in its types.
 */
import { Temporal } from 'temporal-polyfill';
import type { DeadlinesResult } from './deadlines.ts';
import type { CaseOutcome } from './outcome.ts';
import type { Say } from './say-facts.ts';

/** 9 o'clock of the day itself: agencies are open then. */
const REMINDER = 'PT9H';
const LINE_OCTETS = 75;

type Limit = DeadlinesResult['limits'][number];

/**
 * @param say words of `case:calendar.*`
 * @returns the text of an .ics file; the same input on the same day gives the same text, so that importing it twice
 * replaces the events instead of doubling them
 */
export function writeCalendar(outcome: CaseOutcome<DeadlinesResult>, say: Say): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yaodian//cases//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...outcome.result.limits.flatMap((limit) => event(outcome, limit, say)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function event(outcome: CaseOutcome<DeadlinesResult>, limit: Limit, say: Say): string[] {
  const title = escapeText(say(`case:calendar.stage-${limit.stage}`));
  const words = [
    say(`case:calendar.what-${limit.stage}`),
    limit.assumed ? say('case:calendar.assumed') : '',
    limit.covered ? '' : say('case:calendar.not-covered'),
  ];
  const nextDay = Temporal.PlainDate.from(limit.due).add({ days: 1 }).toString();
  return [
    'BEGIN:VEVENT',
    `UID:yaodian-${String(outcome.input.applied)}-${limit.stage}@yaodian`,
    `DTSTAMP:${compact(outcome.asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(limit.due)}`,
    `DTEND;VALUE=DATE:${compact(nextDay)}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escapeText(words.filter(Boolean).join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    `TRIGGER:${REMINDER}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** 2026-10-15 → 20261015. */
function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** RFC 5545 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

/** RFC 5545 3.1: at most 75 octets a line, going on with a space on the next; no character is cut in two. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part) + Buffer.byteLength(character) > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}
