/** Counts right answers while an engine is being timed: each labelled question once, however often it is asked. */
import type { Found } from './engine.ts';
import type { Hits, Labelled } from './job.ts';

export class HitCounter {
  readonly #seen = new Set<Labelled>();
  #first = 0;
  #three = 0;
  #best = 0;

  add(question: Labelled, { answered, ids }: Found): void {
    if (question.ids.length === 0 || this.#seen.has(question)) return;
    this.#seen.add(question);
    const isRight = (id: string) => question.ids.includes(id);
    if (answered.some(isRight)) this.#first += 1;
    if (ids.slice(0, 3).some(isRight)) this.#three += 1;
    if (ids.slice(0, 1).some(isRight)) this.#best += 1;
  }

  get hits(): Hits {
    return { asked: this.#seen.size, first: this.#first, three: this.#three, best: this.#best };
  }
}
