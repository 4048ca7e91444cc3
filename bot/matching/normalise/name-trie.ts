/** Longest known name at a position: places, synonyms. Cost grows with the name found, not with how many are known. */

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

export class NameTrie<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** A name already known keeps its first value. @param name its characters, or its syllables */
  add(name: Iterable<string>, value: T): void {
    let node = this.#root;
    for (const step of name) {
      let next = node.next.get(step);
      if (!next) {
        next = { next: new Map() };
        node.next.set(step, next);
      }
      node = next;
    }
    node.value ??= value;
  }

  /** @returns the longest name that begins at `at`, with its length in steps; undefined where none does */
  longestAt(steps: ArrayLike<string>, at: number): { value: T; length: number } | undefined {
    let node = this.#root.next.get(steps[at] ?? '');
    let value: T | undefined;
    let length = 0;
    for (let i = at; node; ) {
      i += 1;
      if (node.value !== undefined) {
        value = node.value;
        length = i - at;
      }
      const step = steps[i];
      node = step === undefined ? undefined : node.next.get(step);
    }
    return value === undefined ? undefined : { value, length };
  }
}
