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
  const hidden = new Set((files.deletions?.value.deletions ?? []).map(({ entry }) => entry));
  const check = (yaml: YamlFile, path: KeyPath, entry: string, text: string): Problem[] => {
    const key = sameWords(text);
    const national = askedOf.get(key);
    // What a hidden entry was asked with may be taken over by another.
    const first = owner.get(key) ?? (national !== undefined && hidden.has(national) ? undefined : national);
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
