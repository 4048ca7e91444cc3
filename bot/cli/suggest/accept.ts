/**
 * `accept ID [--to ENTRY] --voice VOICE [--style STYLE] [--text WORDS] [--evaluate FILE] [--dry-run] [--anyway]`: files
 * the phrasing as a way of asking. First what it changes for others is shown; the file is written only when all is
 * valid and no right answer is lost.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Edition, STYLES, sameWords } from '../../knowledge/index.ts';
import { createMatcher, type Matcher, simplify } from '../../matching/index.ts';
import {
  addWay,
  changedLines,
  createAskedFile,
  hasMask,
  markSeen,
  measureEffect,
  type NewWay,
  styleOf,
} from '../../suggestions/index.ts';
import { type SuggestCommand, type SuggestInput, UsageError } from './command.ts';
import { findTarget, type Target } from './find-target.ts';
import { knownQuestions } from './known-questions.ts';
import { pickSuggestion } from './pick-suggestion.ts';
import { printEffect } from './print-effect.ts';
import { readChanged } from './stage-change.ts';

export const accept: SuggestCommand = async (input) => {
  const { edition, knowledgeDir, options, print, say } = input;
  const { suggestion, phrasing } = pickSuggestion(input);
  const target = findTarget(edition, suggestion.proposal, options.to);
  const matcher = createMatcher(edition, input.model);
  const way = newWay(input, target, options.text ?? phrasing.text, matcher);

  const file = path.join(knowledgeDir, target.file);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = before === '' ? createAskedFile(way, target.schema) : addWay(before, way);
  const changed = readChanged(knowledgeDir, target.file, after);
  if (!changed.edition) {
    for (const problem of changed.problems) print(`${input.sayProblem(problem)}\n`);
    print(say('accept.invalid'));
    return 1;
  }

  // Both with the model that is kept, as the service answers as soon as the file is written. Learning anew besides would
  // hide the effect of one way in its own unrest: learnt from 12,880 ways and one more, 6 of 490 known questions are
  // answered otherwise, 3 of them wrongly, and none has to do with the way. That is for `npm run train`, for many at once.
  const effect = measureEffect(knownQuestions(input), matcher, createMatcher(changed.edition, input.model));
  printEffect(effect, input);
  if (effect.changed.some(({ change }) => change === 'worse') && !options.anyway) {
    print(say('accept.refused'));
    return 1;
  }

  print(`${path.relative(process.cwd(), file)}\n${changedLines(before, after).join('\n')}`);
  if (options['dry-run']) {
    print(say('accept.dryRun'));
    return 0;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, after);
  const times = await markSeen(input.store, suggestion, 'answered');
  print(say('accept.written', { text: way.text, to: target.id, times }));
  if (input.model) print(say('accept.train'));
  return 0;
};

/** @throws UsageError when something is missing, unknown, already there, or could name a person */
function newWay(input: SuggestInput, target: Target, words: string, matcher: Matcher): NewWay {
  const { options, edition, mask } = input;
  const { voice } = options;
  if (voice === undefined) throw new UsageError('needsVoice', { voices: voicesOf(edition) });
  const text = mask(words);
  if (hasMask(text)) throw new UsageError('masked', { text });
  const style = STYLES.find((known) => known === (options.style ?? styleOf(text, matcher.match(text).language)));
  if (!style) throw new UsageError('noSuchStyle', { style: options.style ?? '', known: STYLES.join(', ') });
  const key = sameWords(simplify(text));
  if (
    edition.asked.some(
      ({ kind, of, text: known }) => kind === target.kind && of === target.id && sameWords(simplify(known)) === key,
    )
  )
    throw new UsageError('alreadyAsked', { text, entry: target.id });
  return { of: target.id, voice, style, text };
}

function voicesOf(edition: Edition): string {
  return [...new Set(edition.asked.map(({ voice }) => voice))].sort().join(', ');
}
