/** Local ways of asking: no two entries may be asked for in the same words within one region. */
import { type KeyPath, type Problem, sameWords, type YamlFile } from '../../knowledge/index.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import type { CheckContext } from './check-context.ts';

export function checkVariants(files: OverlayFiles, { askedOf, base }: CheckContext): Problem[] {
  const owner = new Map<string, string>();
  for (const layer of base.layers) {
    for (const { entry, asked } of layer.additions.values())
      for (const text of asked) owner.set(sameWords(text), entry.id);
    for (const [entry, changes] of layer.refinements)
      for (const { change } of changes) for (const text of change.variants ?? []) owner.set(sameWords(text), entry);
  }
  const deletions = [...base.layers.flatMap((layer) => layer.deletions), ...(files.deletions?.value.deletions ?? [])];
  const freed = new Set(deletions.map(({ entry, variant }) => keyOf(entry, variant)));
  const check = (yaml: YamlFile, path: KeyPath, entry: string, text: string): Problem[] => {
    const key = sameWords(text);
    // What a hidden entry was asked with, or a way that was deleted from one, may be taken over by another.
    const isFree = (id: string) => freed.has(keyOf(id, undefined)) || freed.has(keyOf(id, text));
    const first = [owner.get(key), askedOf.get(key)].find((id) => id !== undefined && !isFree(id));
    owner.set(key, entry);
    return first === undefined || first === entry ? [] : [yaml.problem('same-asking', path, { text, first })];
  };
  return [
    ...files.additions.flatMap(({ yaml, value }) =>
      (value.asked ?? []).flatMap((text, n) => check(yaml, ['asked', n], value.id, text)),
    ),
    ...files.refinements.flatMap(({ yaml, value }) =>
      value.changes.flatMap((change, n) =>
        (change.variants ?? []).flatMap((text, v) => check(yaml, ['changes', n, 'variants', v], value.entry, text)),
      ),
    ),
  ];
}

/** An entry as a whole, or one way of asking for it. */
function keyOf(entry: string, variant: string | undefined): string {
  return variant === undefined ? entry : `${entry} ${sameWords(variant)}`;
}
