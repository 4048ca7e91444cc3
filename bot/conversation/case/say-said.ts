/** What the person has said, in words, each with the button that changes it: "户口 湖南", "缴费 广东11年、浙江2年". */
import { sayFacts } from '../../cases/index.ts';
import type { CaseLine } from '../talk.ts';
import type { TurnContext } from '../turn-context.ts';
import { CHANGEABLE, FORMS } from './case-form.ts';
import type { CaseState } from './case-state.ts';
import type { CaseFacts, FieldName } from './facts.ts';

export type SaidField = CaseLine & { readonly field: FieldName };

/** Fields of the form that are known, in asking order. */
export function saidFields(context: TurnContext, state: CaseState): SaidField[] {
  const { say } = context;
  const names = [...FORMS[state.kind].map(({ name }) => name), ...CHANGEABLE[state.kind]];
  return [...new Set(names)].flatMap((field): SaidField[] => {
    const value = saidValue(context, state, field);
    if (value === undefined) return [];
    const label = say(`case-talk:label.${field}`);
    return [{ field, label, value, change: say('case-talk:option.change', { field: label }) }];
  });
}

function saidValue(context: TurnContext, state: CaseState, field: FieldName): string | undefined {
  const { say } = context;
  const { facts, unknown, age } = state;
  if (field === 'birth' && facts.birth === undefined && age !== undefined && state.kind === 'transfer')
    return say('case:unit.age', { count: age });
  if (facts[field] === undefined) return unknown.includes(field) ? say('case-talk:unknown') : undefined;
  return written(context, field, facts);
}

function written(context: TurnContext, field: FieldName, facts: CaseFacts): string {
  const { say } = context;
  const words = (value: Readonly<Record<string, string | number>>): string => {
    const { snapshot, language } = context;
    const said = sayFacts({ edition: snapshot.edition, language, say }, value);
    return String(said.itMonthsLong ?? Object.values(said)[0] ?? '');
  };
  const value = facts[field];
  switch (field) {
    case 'hukou':
      return value === null ? say('case:choice.hukou-none') : words({ itRegion: String(value) });
    case 'from':
      return value === null ? say('case:choice.from-none') : words({ itRegion: String(value) });
    case 'to':
    case 'relation':
      return words({ itRegion: String(value) });
    case 'sex':
    case 'post':
      return say(`case:choice.${field}.${value}`);
    case 'stays':
      return (facts.stays ?? [])
        .map(({ region, months, temporary }) => {
          const stay = { place: words({ itRegion: region }), length: words({ itMonths: months }) };
          return say(temporary ? 'case-talk:stayTemporary' : 'case-talk:stay', stay);
        })
        .join(say('case-talk:listSeparator'));
    case 'wages':
      return (facts.wages ?? [])
        .map(({ year, months, total, monthly }) =>
          say(monthly === undefined ? 'case-talk:wagesTotal' : 'case-talk:wagesMonthly', {
            year,
            months,
            amount: words({ itYuan: monthly ?? total ?? '' }),
          }),
        )
        .join(say('case-talk:listSeparator'));
    default:
      return simple(field, value, words, say);
  }
}

const AMOUNTS: readonly FieldName[] = ['since1998', 'before1998', 'employer', 'employee', 'interest', 'base'];
const LENGTHS: readonly FieldName[] = ['months', 'employeeMonths', 'residentMonths', 'overlapMonths'];

function simple(
  field: FieldName,
  value: unknown,
  words: (value: Readonly<Record<string, string | number>>) => string,
  say: TurnContext['say'],
): string {
  if (typeof value === 'boolean') return say(`case:choice.boolean.${value}`);
  if (field === 'ageMonths') return words({ itAge: Number(value) });
  if (LENGTHS.includes(field)) return words({ itMonths: Number(value) });
  if (AMOUNTS.includes(field)) return words({ itYuan: String(value) });
  if (typeof value === 'number') return String(value);
  return words({ itDay: String(value) });
}
