/** Small regressions over a handful of signs: few weights, smooth, all points at once, so no order to depend on. */
import { dot, sigmoid } from './rank-labels.ts';

const ROUNDS = 300;

export interface Point {
  readonly x: readonly number[];
  readonly y: number;
}

/** @param size how many signs a point has @returns a weight for each: dot product → logit of the probability */
export function learnLogistic(size: number, points: readonly Point[]): number[] {
  return descend(
    Array.from({ length: size }, () => 0),
    (weights, slope) => {
      for (const { x, y } of points) {
        const error = sigmoid(dot(x, weights)) - y;
        for (const [i, value] of x.entries()) slope[i] = (slope[i] ?? 0) + (error * value) / points.length;
      }
    },
  );
}

/** Gradient descent with a pace of its own for each weight (RMSprop). */
export function descend(
  start: readonly number[],
  addSlope: (weights: readonly number[], slope: number[]) => void,
): number[] {
  const weights = [...start];
  const speed = start.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = start.map(() => 0);
    addSlope(weights, slope);
    const pace = 0.1 * (1 - round / ROUNDS) + 0.001;
    for (const [i, value] of slope.entries()) {
      speed[i] = 0.9 * (speed[i] ?? 0) + 0.1 * value * value;
      weights[i] = (weights[i] ?? 0) - (pace * value) / (Math.sqrt(speed[i] ?? 0) + 1e-6);
    }
  }
  return weights.map((weight) => Number(weight.toFixed(4)));
}
