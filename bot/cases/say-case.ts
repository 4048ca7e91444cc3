/** An outcome in words: headline, steps with their articles, what to do, what would change it. Channels render it. */
import { type CaseKind, type Edition, type Language, parameterOn } from '../knowledge/index.ts';
import type { InputProblem } from './case-input-error.ts';
import type { CaseOutcome, Phrase, Step } from './outcome.ts';
import { articleName, type Say, sayFacts, sourceName, type Tongue } from './say-facts.ts';

export interface SaidLine {
  readonly rule: string;
  readonly text: string;
  readonly source: { readonly ref: string; readonly name: string };
}

export interface SaidCase {
  readonly kind: CaseKind;
  readonly title: string;
  readonly headline: string;
  readonly lines: readonly SaidLine[];
  readonly todo: readonly string[];
  readonly change: readonly string[];
  readonly notes: readonly string[];
  /** That the agency decides; for an estimate, that it is one. */
  readonly disclaimer: string;
  readonly estimate: boolean;
  readonly asOf: string;
}

/** @param say words of `language`, from bot/wording */
export function sayCase(edition: Edition, outcome: CaseOutcome<unknown>, say: Say, language: Language): SaidCase {
  const tongue = { edition, language, say, contacts: contactsOn(edition, outcome.asOf) };
  const each = (group: string, phrases: readonly Phrase[]) => phrases.map((one) => sayPhrase(tongue, group, one));
  const estimate = outcome.estimate === true;
  return {
    kind: outcome.kind,
    title: say(`case:title.${outcome.kind}`),
    headline: sayPhrase(tongue, 'headline', outcome.headline),
    lines: outcome.trace.map((taken) => sayStep(tongue, taken)),
    todo: each('todo', outcome.todo),
    change: each('change', outcome.change),
    notes: each('note', outcome.notes),
    disclaimer: say(estimate ? 'case:disclaimer.estimate' : 'case:disclaimer.agency'),
    estimate,
    asOf: outcome.asOf,
  };
}

/** One problem of an input, kindly and exactly, with what was probably meant. */
export function sayInputProblem(edition: Edition, problem: InputProblem, say: Say, language: Language): string {
  const tongue = { edition, language, say };
  const field = fieldLabel(problem.field, say);
  const words = sayFacts(tongue, problem.facts);
  const other: Record<string, string> =
    typeof problem.facts.other === 'string' ? { other: fieldLabel(problem.facts.other, say) } : {};
  const near = problem.facts.nearest ? say(`case:near.${problem.code}`, { ...words, field }) : '';
  return say(`case:error.${problem.code}`, { ...words, ...other, field }) + near;
}

/** `stays[1].months` → the words for `months`; the number of the row is said too. */
export function fieldLabel(field: string, say: Say): string {
  const name =
    field
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? '';
  const row = /\[(\d+)\]/.exec(field)?.[1];
  const key = `case:field.${name || 'input'}`;
  const said = say(key);
  const label = said === key || said === key.replace('case:', '') ? name : said;
  return row === undefined ? label : say('case:field-of-row', { row: Number(row) + 1, label });
}

/** Where to ask, for any sentence that sends a person there. */
type Contacts = Readonly<Record<'hotline' | 'platform', string>>;

function contactsOn(edition: Edition, day: string): Contacts {
  const value = (id: string) => String(parameterOn(edition.parameters, id, day)?.value ?? '');
  const hotline = value('hotline');
  // Before the platform existed there was the hotline.
  return { hotline, platform: value('national-platform') || hotline };
}

function sayPhrase(tongue: Tongue & { contacts: Contacts }, group: string, { code, facts }: Phrase): string {
  return tongue.say(`case:${group}.${code}`, { ...tongue.contacts, ...sayFacts(tongue, facts) });
}

function sayStep(tongue: Tongue, { rule, source, facts }: Step): SaidLine {
  const name = sourceName(tongue, source);
  const words = { ...sayFacts(tongue, facts), source: name, article: articleName(tongue, source) };
  return { rule, text: tongue.say(`case:trace.${rule}`, words), source: { ref: source, name } };
}
