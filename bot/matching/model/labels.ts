/** What a message can be: an entry, a neighbouring topic, or something that is no question. One list for all methods. */
import type { Asked, AskedKind, Edition } from '../../knowledge/index.ts';

export interface Label {
  readonly kind: AskedKind;
  readonly id: string;
}

export function labelKey(kind: AskedKind, id: string): string {
  return `${kind}:${id}`;
}

export function keyOf(way: Pick<Asked, 'kind' | 'of'>): string {
  return labelKey(way.kind, way.of);
}

/** In a fixed order, so that a model trained twice is the same twice. */
export function listLabels(edition: Pick<Edition, 'asked' | 'entries'>): Label[] {
  const keys = new Set(edition.asked.map(keyOf));
  for (const id of edition.entries.keys()) keys.add(labelKey('entry', id));
  return [...keys].sort().map((key) => {
    const [kind, id] = key.split(':') as [AskedKind, string];
    return { kind, id };
  });
}
