/** Both things the classifier knows: which label a message has, and, learnt apart, whether it is ours at all. */
import type { Label } from './labels.ts';
import type { LinearWeights } from './linear-model.ts';
import { type Lesson, trainLinear } from './train-linear.ts';

export function trainClassifier(lessons: readonly Lesson[], labels: readonly Label[]): LinearWeights {
  const which = trainLinear(lessons, labels.length);
  const isOurs = labels.map(({ kind }) => kind === 'entry');
  const ours = trainLinear(
    lessons.map((lesson) => ({ ...lesson, label: isOurs[lesson.label] ? 0 : 1 })),
    2,
  );
  // The same lessons have the same features in the same order; of two labels only the difference says anything.
  const differences = ours.rowScales.map((scale, n) => scale * ((ours.rows[2 * n] ?? 0) - (ours.rows[2 * n + 1] ?? 0)));
  return { ...which, gate: differences, gateBias: (ours.bias[0] ?? 0) - (ours.bias[1] ?? 0) };
}
