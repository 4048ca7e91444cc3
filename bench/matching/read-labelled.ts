/** The questions to ask: a labelled file's, those that stand in tests/, or, where there are none, made-up ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readQuestions } from '../../bot/cli/evaluate/read-questions.ts';
import type { Edition } from '../../bot/knowledge/index.ts';
import { createWording } from '../../bot/wording/index.ts';
import type { Labelled } from './job.ts';
import { createRandom } from './random.ts';
import { spread } from './spread.ts';
import { createVaryQuestion } from './vary-question.ts';

const FOLDER = path.join('tests', 'matching', 'data');
const MADE_UP = 300;

export interface QuestionsToAsk {
  readonly from: string;
  readonly questions: readonly Labelled[];
}

export async function readLabelled(edition: Edition, file: string | undefined): Promise<QuestionsToAsk> {
  const files = file === undefined ? committedFiles() : [file];
  if (files.length === 0) return { from: 'made up from the edition, so no hits', questions: makeUp(edition) };
  const say = (await createWording('locales')).in('en');
  const questions = files.flatMap((name) => readQuestions(name, readFileSync(name, 'utf8'), say));
  return { from: files.join(', '), questions: spread(questions.map(({ q, ids }) => ({ q, ids }))) };
}

function committedFiles(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(FOLDER, name));
}

function makeUp(edition: Edition): Labelled[] {
  const vary = createVaryQuestion(edition);
  const random = createRandom(300);
  return spread(edition.asked)
    .slice(0, MADE_UP)
    .map((way) => ({ q: vary(way, random), ids: [] }));
}
