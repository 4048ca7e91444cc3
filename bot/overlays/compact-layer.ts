/**
 * A layer as a running service keeps it. Strings cut out of a file hold on to the whole file, and a name that stands in
 * twenty places is held twenty times; here each string is copied out once. The words that a change was written for go
 * too: whether it still applies is told by their fingerprints, and the drift report reads the files anew.
 */
import type { Layer, LocalChange, LocalDeletion } from './layer.ts';

/** @returns an equal layer but for `kept`, which is empty */
export function compactLayer(layer: Layer): Layer {
  const copy = createCopier();
  const withoutKept = <C extends LocalChange | LocalDeletion>(of: C): C => copy({ ...of, kept: [] });
  return {
    ...copy({ ...layer, additions: new Map(), deletions: [], refinements: new Map() }),
    additions: copy(layer.additions),
    deletions: layer.deletions.map(withoutKept),
    refinements: new Map([...layer.refinements].map(([id, changes]) => [copy(id), changes.map(withoutKept)])),
  };
}

/** Copies plain values, maps and arrays; equal strings become one. */
function createCopier(): <T>(value: T) => T {
  const strings = new Map<string, string>();
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') {
      let known = strings.get(value);
      if (known === undefined) {
        // By way of bytes, since a slice of a slice would still hold on to the file.
        known = Buffer.from(value, 'utf8').toString('utf8');
        strings.set(known, known);
      }
      return known;
    }
    if (Array.isArray(value)) return value.map(copy);
    if (value instanceof Map) return new Map([...value].map(([key, held]) => [copy(key), copy(held)]));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)]));
    }
    return value;
  };
  return <T>(value: T) => copy(value) as T;
}
