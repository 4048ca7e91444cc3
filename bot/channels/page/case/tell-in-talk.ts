/**
 * The inputs as a person would say them, so that the talk goes on from here: it reads the sentence as any other message,
 * works the case out again and remembers what it was told. Nothing is handed over that the person doesn't see.
 */
import { type Facts, sayFacts } from '../../../cases/index.ts';
import type { CaseKind } from '../../../knowledge/index.ts';
import type { PageContext } from '../render/page-context.ts';
import type { CaseInput } from './case-input.ts';

/** @returns "户口在湖南，在广东缴了126个月，…退休后在哪里领？" */
export function tellInTalk(kind: CaseKind, input: CaseInput, context: PageContext): string {
  const { say } = context;
  const fields = Object.entries(input).sort(([one], [other]) => order(one) - order(other));
  const told = fields.flatMap(([name, value]) => tellField(name, value, context));
  return [...told, say(`case-page:tell.ask.${kind}`)].join(say('case-page:tell.join'));
}

/** Who one is comes first: behind a province, a day of birth would be taken for the day of coming there. */
const FIRST = ['sex', 'birth', 'post'];

function order(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

/** One input in words; nothing where the talk isn't told of it. */
function tellField(name: string, value: unknown, context: PageContext): string[] {
  const { say, wording, settings } = context;
  if (Array.isArray(value)) return value.flatMap((row: CaseInput) => tellRow(name, row, context));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([inner, one]) => tellField(`${name}-${inner}`, one, context));
  const key = `case-page:tell.${name}${value === null ? '-none' : ''}`;
  // A choice has its own sentence for each answer: `sex-female`, `atAge-true`.
  const told = [`${key}-${String(value)}`, key].find((one) => wording.has(one, settings.language));
  if (told === undefined) return [];
  return [say(told, words(value, context))];
}

function tellRow(name: string, row: CaseInput, context: PageContext): string[] {
  const which =
    name === 'wages' ? (row.monthly === undefined ? '-total' : '-monthly') : row.temporary === true ? '-temporary' : '';
  const facts = {
    ...words(row.region, context),
    ...words(row.months, context),
    ...words(row.monthly ?? row.total, context),
  };
  return [context.say(`case-page:tell.${name}${which}`, { ...facts, year: String(row.year ?? '') })];
}

/** A value under the name of each thing it may be: the sentence takes the one it needs. */
function words(value: unknown, { edition, say, settings }: PageContext): Record<string, string | number> {
  const tongue = { edition, say, language: settings.language };
  const written = (facts: Facts) => sayFacts(tongue, facts);
  if (typeof value === 'number') return { ...written({ lengthMonths: value, ofAge: value }), number: value };
  if (typeof value !== 'string') return {};
  if (edition.regions.has(value)) return written({ placeRegion: value });
  // Days stay in figures: the talk understands them in every language.
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { onDay: value };
  if (/^\d{4}-\d{2}$/.test(value)) return written({ onDay: value });
  return { amount: value };
}
