/** `impact REGION [--questions FILE]`: asks questions with and without the overlay and lists what changes for whom. */
import { readFileSync } from 'node:fs';
import { composeAnswer, isAnswer } from '../../answers/index.ts';
import type { Edition } from '../../knowledge/index.ts';
import { createMatcher, type Match, readModel } from '../../matching/index.ts';
import type { View } from '../../overlays/index.ts';
import type { CommandInput, OverlayCommand } from './command.ts';
import { dayAsked, openSoundRegion, type SoundRegion } from './open-region.ts';

/** Ways of asking that are tried of each entry, spread evenly over what it has. */
const SAMPLE_OF_ENTRY = 6;

export const impact: OverlayCommand = async (input) => {
  const { options, say, print, operands } = input;
  const open = openSoundRegion(input, operands[0]);
  const day = dayAsked(input);
  const view = open.viewOn(day);
  const matcher = createMatcher(open.edition, readModel(input.knowledgeDir));
  const questions = options.questions === undefined ? defaultQuestions(open) : readQuestions(options.questions);
  print(say('impact.head', { region: view.region ?? '', version: view.version, count: questions.length, day }));
  const changes: string[] = [];
  for (const question of questions) {
    const before = goesTo(matcher.match(question));
    const after = goesTo(matcher.match(question, view));
    if (before !== after) changes.push(say('impact.elsewhere', { question, before, after }));
    else if (isReworded(open, view, after, input, day))
      changes.push(say('impact.reworded', { question, entry: after }));
  }
  for (const change of changes) print(change);
  print(say('impact.total', { changed: changes.length, count: questions.length }));
  return 0;
};

/** Entries answered or offered, or the outcome where there is none. */
function goesTo({ parts }: Match): string {
  return parts.map((part) => part.entry ?? [part.outcome, ...part.choices].join(' ')).join(' + ');
}

function isReworded(open: SoundRegion, view: View, entries: string, { language }: CommandInput, day: string): boolean {
  return entries.split(' + ').some((entry) => {
    if (!open.composition.touches(entry)) return false;
    const request = { entry, language, day, national: open.national };
    const before = composeAnswer(open.edition, request);
    const after = composeAnswer(open.edition, { ...request, origin: view, destination: view });
    return words(before) !== words(after);
  });
}

function words(said: ReturnType<typeof composeAnswer>): string {
  if (!said || !isAnswer(said)) return '';
  return JSON.stringify([said.short, said.points, said.exceptions, said.steps, said.example]);
}

/** What the edition and the overlay test themselves with, and a sample of the ways of asking. */
function defaultQuestions({ edition, layer }: SoundRegion): string[] {
  const tests = [...edition.entries.values()].flatMap(({ tests: { hits } }) => hits);
  const own = [...layer.additions.values()].flatMap(({ entry, asked }) => [...entry.tests.hits, ...asked]);
  // What no longer means what it did is above all what an editor wants to see.
  const deleted = layer.deletions.flatMap(({ variant }) => variant ?? []);
  return [...new Set([...tests, ...own, ...deleted, ...sampleAsked(edition)])];
}

function sampleAsked(edition: Edition): string[] {
  const ways = Map.groupBy(
    edition.asked.filter(({ kind }) => kind === 'entry'),
    ({ of }) => of,
  );
  return [...ways.values()].flatMap((of) => {
    const step = Math.max(1, Math.floor(of.length / SAMPLE_OF_ENTRY));
    return of
      .filter((_way, n) => n % step === 0)
      .slice(0, SAMPLE_OF_ENTRY)
      .map(({ text }) => text);
  });
}

/** One question a line; a line of JSON is read by its `q`. */
function readQuestions(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => (line.startsWith('{') ? String((JSON.parse(line) as { q?: unknown }).q ?? '') : line))
    .filter((question) => question !== '');
}
