/** The questions that an effect is measured on: an evaluation set, and what the entries test themselves with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type KnownQuestion, ownQuestions } from '../../suggestions/index.ts';
import type { Say } from '../../wording/index.ts';
import { readQuestions } from '../evaluate/read-questions.ts';
import { type SuggestInput, UsageError } from './command.ts';

/** Beside the knowledge folder of a working copy; another folder has its own set or none. */
const BESIDE_KNOWLEDGE = path.join('..', 'tests', 'matching', 'data');

/** @throws UsageError when the file of --evaluate isn't there or has a line that is no question */
export function knownQuestions({ edition, knowledgeDir, options, sayAny }: SuggestInput): KnownQuestion[] {
  const files = options.evaluate === undefined ? defaultFiles(knowledgeDir) : [options.evaluate];
  return [...ownQuestions(edition), ...files.flatMap((file) => readFileOf(file, sayAny))];
}

function defaultFiles(knowledgeDir: string): string[] {
  const folder = path.resolve(knowledgeDir, BESIDE_KNOWLEDGE);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name));
}

function readFileOf(file: string, say: Say): KnownQuestion[] {
  try {
    return readQuestions(file, readFileSync(file, 'utf8'), say);
  } catch (error) {
    throw new UsageError('badQuestions', { what: error instanceof Error ? error.message : String(error) });
  }
}
