/**
 * Accuracy must not fall. The questions were written by people who had not seen the edition's ways of asking; the bounds
 * lie a little under what docs/evaluation.md reports, so that a change has to be worse than chance to fail here.
 */
import { readFileSync } from 'node:fs';
import { createYaodianEngine } from '../../bot/cli/evaluate/engines.ts';
import { type Measures, measure } from '../../bot/cli/evaluate/measure.ts';
import { readQuestions } from '../../bot/cli/evaluate/read-questions.ts';
import { loadEdition, sameWords } from '../../bot/knowledge/index.ts';
import { simplify } from '../../bot/matching/index.ts';

const edition = loadEdition('knowledge');
const ask = createYaodianEngine(edition, 'knowledge');
const known = new Set(edition.asked.map(({ text }) => sameWords(simplify(text))));

function readFile(name: string) {
  const file = `tests/matching/data/${name}.jsonl`;
  return readQuestions(file, readFileSync(file, 'utf8'), (key) => key);
}

function measureFile(name: string): Measures {
  const questions = readFile(name);
  return measure(
    questions,
    questions.map(({ q }) => ({ ...ask(q), ms: 0 })),
  );
}

/** The most of what isn't ours that may be answered; 60 to 140 lines a file. */
const MOST_OFF_TOPIC = { open: 0.03, 'held-out': 0.03, 'web-open': 0.04, 'web-held-out': 0.05, 'fresh-held-out': 0.03 };

describe.each(Object.entries(MOST_OFF_TOPIC))('On the questions of %s.jsonl the matcher', (name, mostOffTopic) => {
  const measured = measureFile(name);

  it('is asked nothing that stands in the edition to the letter', () => {
    expect(readFile(name).filter(({ q }) => known.has(sameWords(simplify(q))))).toEqual([]);
  });

  it('answers right', () => expect(measured.hit1).toBeGreaterThanOrEqual(0.93));

  it('has the right entry among the first three', () => expect(measured.hit3).toBeGreaterThanOrEqual(0.98));

  it('does not answer what is not ours', () => expect(measured.notOursAnswered).toBeLessThanOrEqual(mostOffTopic));

  it('answers both of two questions', () => expect(measured.twoBoth).toBeGreaterThanOrEqual(0.78));

  it('is right when it says it is sure', () =>
    expect(measured.sure.right / measured.sure.answers).toBeGreaterThanOrEqual(0.97));

  it('seldom takes one question for two', () =>
    expect(measured.takenForTwo / (measured.ours - measured.two)).toBeLessThanOrEqual(0.07));
});
