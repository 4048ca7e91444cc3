/** A reply as plain text, for channels that draw nothing: the order of the bubble, options numbered. */
import { type Answer, cautionsOf, type SaidPoint, type SaidSource } from '../../answers/index.ts';
import { writeDate } from '../../knowledge/index.ts';
import type { Say } from '../../wording/index.ts';
import type { AnswerPart, Bubble, CaseBubble, Option } from '../talk.ts';

export function renderText(bubbles: readonly Bubble[], options: readonly Option[], say: Say): string {
  const answers = bubbles.filter((bubble) => bubble.kind === 'answer').length;
  let count = 0;
  const blocks = bubbles.map((bubble) => {
    const number = answers > 1 && bubble.kind === 'answer' ? `${say('chat:answer.part', { n: ++count })}\n` : '';
    return number + renderBubble(bubble, say);
  });
  const choices = options.map((option, index) => `${index + 1}. ${option.title}`).join('\n');
  return [...blocks, ...(choices ? [choices] : [])].join('\n\n');
}

export function renderBubble(bubble: Bubble, say: Say): string {
  switch (bubble.kind) {
    case 'text':
      return bubble.text;
    case 'case':
      return renderCase(bubble, say);
    case 'not-yet': {
      const { notYet } = bubble;
      return say('chat:answer.notYet', { day: notYet.day, from: notYet.from });
    }
    case 'answer':
      return bubble.part === 'short' ? renderShort(bubble.answer, say) : renderPart(bubble.answer, bubble.part, say);
  }
}

/** Item and mark · the answer · the next step · what places add · source and day. */
function renderShort(answer: Answer, say: Say): string {
  const step = answer.steps[0];
  return [
    headline(answer, say),
    answer.short,
    ...(answer.shortBy ? [say('chat:answer.localShort', { place: answer.shortBy.name })] : []),
    ...(step ? [say('chat:answer.step', { text: step.text })] : []),
    ...cautionsOf(answer).map(({ text }) => text),
    ...answer.local.map((part) =>
      [heading(say, say('chat:answer.localPart', { place: part.name })), ...part.points.map(line)].join('\n'),
    ),
    sourceLine(answer, say),
  ].join('\n');
}

/** The result first, then how it came about, what to do, what would change it, and what it was worked out from. */
function renderCase(bubble: CaseBubble, say: Say): string {
  const section = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [heading(say, say(`case:section.${name}`)), ...texts.map((text) => `• ${text}`)];
  return [
    bubble.title,
    bubble.headline,
    ...section(
      'trace',
      bubble.lines.map(({ text }) => text),
    ),
    ...section('todo', bubble.todo),
    ...section('change', bubble.change),
    ...section('notes', bubble.notes),
    caseSources(bubble, say),
    ...caseSaid(bubble, say),
    bubble.disclaimer,
  ].join('\n');
}

/** Every article of the steps, once. */
export function caseSources({ lines }: CaseBubble, say: Say): string {
  const names = [...new Set(lines.map(({ source }) => source))];
  const text = names.join(say('case-talk:listSeparator'));
  return say('chat:answer.titled', { title: say('chat:answer.sources'), text });
}

/** What it was worked out from, and how to correct it. */
export function caseSaid({ said }: CaseBubble, say: Say): string[] {
  const [first] = said;
  if (!first) return [];
  const fields = said.map((field) => say('case-talk:saidField', { label: field.label, value: field.value }));
  return [say('case-talk:said', { said: fields.join(say('chat:place.separator')), change: first.change })];
}

export function headline(answer: Answer, say: Say): string {
  const marks = [
    ...(answer.item === undefined ? [] : [say('chat:answer.item', { item: answer.item })]),
    ...(answer.highlighted ? [say('chat:answer.highlight')] : []),
    answer.question,
  ];
  return marks.join(' · ');
}

/** The first source, the days of the version and the edition: no answer is shown without them. */
export function sourceLine(answer: Answer, say: Say): string {
  const source = answer.sources[0];
  const days = validity(answer, say);
  // The edition, then what places add, each by its name and number: "national 2026.11 · 广东 3".
  const additions = answer.overlays.map(({ name, version }) => `${name} ${version}`);
  const cited = source ? `${source.number ?? source.title} ${source.article} · ` : '';
  return say('chat:answer.titled', {
    title: say('chat:answer.sources'),
    text: `${cited}${days} · ${[answer.versions[0] ?? '', ...additions].join(' · ')}`,
  });
}

export function validity(
  period: { readonly from: string; readonly until?: string; readonly language?: Answer['language'] },
  say: Say,
): string {
  const language = period.language ?? 'zh-CN';
  const from = writeDate(period.from, language);
  return period.until === undefined
    ? say('chat:answer.since', { day: from })
    : say('chat:answer.until', { from, until: writeDate(period.until, language) });
}

function renderPart(answer: Answer, part: AnswerPart, say: Say): string {
  const title = headline(answer, say);
  switch (part) {
    case 'more':
      return [
        title,
        ...(answer.changed ? [say('chat:answer.changed', { text: answer.changed })] : []),
        ...answer.points.map(line),
        ...(answer.exceptions.length > 0
          ? [heading(say, say('chat:answer.exceptions')), ...answer.exceptions.map(line)]
          : []),
        sourceLine(answer, say),
      ].join('\n');
    case 'example':
      return [
        say('chat:answer.titled', { title: say('chat:answer.example'), text: answer.example ?? '' }),
        sourceLine(answer, say),
      ].join('\n');
    case 'steps':
      return [heading(say, say('chat:answer.steps')), ...answer.steps.map(line), sourceLine(answer, say)].join('\n');
    case 'source':
      return [title, ...allSources(answer).map((source) => `• ${sayFullSource(source, answer, say)}`)].join('\n');
  }
}

/** Every document the answer rests on, each once. */
export function allSources(answer: Answer): SaidSource[] {
  const every = [...answer.sources, ...[...answer.points, ...answer.exceptions].flatMap((point) => point.sources)];
  return [...new Map(every.map((source) => [source.ref, source])).values()];
}

export function sayFullSource(source: SaidSource, answer: Answer, say: Say): string {
  const days = validity({ ...source, language: answer.language }, say);
  const facts = { title: source.title, article: source.article, issuer: source.issuer, days };
  const cited =
    source.number === null
      ? say('chat:answer.sourceFullNoNumber', facts)
      : say('chat:answer.sourceFull', { ...facts, number: source.number });
  return source.gist ? `${cited}。${say('chat:answer.gist', { text: source.gist })}` : cited;
}

function line(point: SaidPoint): string {
  return `• ${point.text}`;
}

function heading(say: Say, title: string): string {
  return say('chat:answer.heading', { title });
}
