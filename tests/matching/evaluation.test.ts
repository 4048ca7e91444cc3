/**
 * Accuracy must not fall. The questions were written by people who had not seen the edition's ways of asking; the bounds
 * lie a little under what docs/evaluation.md reports, so that a change has to be worse than chance to fail here.
 */
import { readFileSync } from 'node:fs';
import { createYaodianEngine } from '../../bot/cli/evaluate/engines.ts';
import { type Measures, measure } from '../../bot/cli/evaluate/measure.ts';
import { readQuestions } from '../../bot/cli/evaluate/read-questions.ts';
import { loadEdition } from '../../bot/knowledge/index.ts';

const ask = createYaodianEngine(loadEdition('knowledge'), 'knowledge');

function measureFile(name: string): Measures {
  const file = `tests/matching/data/${name}.jsonl`;
  const questions = readQuestions(file, readFileSync(file, 'utf8'), (key) => key);
  return measure(
    questions,
    questions.map(({ q }) => ({ ...ask(q), ms: 0 })),
  );
}

describe.each(['open', 'held-out'])('On the questions of %s.jsonl the matcher', (name) => {
  const measured = measureFile(name);

  it('answers right', () => expect(measured.hit1).toBeGreaterThanOrEqual(0.9));

  it('has the right entry among the first three', () => expect(measured.hit3).toBeGreaterThanOrEqual(0.95));

  it('does not answer what is not ours', () => expect(measured.notOursAnswered).toBeLessThanOrEqual(0.06));

  it('answers both of two questions', () => expect(measured.twoBoth).toBeGreaterThanOrEqual(0.7));

  it('is right when it says it is sure', () =>
    expect(measured.sure.right / measured.sure.answers).toBeGreaterThanOrEqual(0.95));
});
