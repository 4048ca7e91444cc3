/** Ids and numbers: a file is named by its id, and no id, item or point stands twice. */

import type { EditionFiles, Filed } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import type { YamlFile } from '../read/yaml-file.ts';

export function checkNames(files: EditionFiles): Problem[] {
  return [
    ...files.entries.flatMap(({ yaml, value }) => checkFileName(yaml, value.id, 'id')),
    ...files.asked.flatMap(({ yaml, value }) => checkFileName(yaml, value.of, 'of')),
    ...checkUnique(files.sources.yaml, 'sources', files.sources.value.sources),
    ...checkUnique(files.parameters.yaml, 'parameters', files.parameters.value.parameters),
    ...checkUnique(files.regions.yaml, 'regions', files.regions.value.regions),
    ...checkUnique(files.glossary.yaml, 'terms', files.glossary.value.terms),
    ...checkUnique(files.neighbours.yaml, 'neighbours', files.neighbours.value.neighbours),
    ...checkUnique(files.manifest.yaml, 'topics', files.manifest.value.topics),
    ...checkItems(files),
    ...files.entries.flatMap(checkPoints),
  ];
}

function checkFileName(yaml: YamlFile, id: string, key: string): Problem[] {
  const name = yaml.file.split(/[\\/]/).at(-1) ?? '';
  return name === `${id}.yaml` ? [] : [yaml.problem('file-name', [key], { id, name })];
}

function checkUnique(yaml: YamlFile, list: string, items: readonly { readonly id: string }[]): Problem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (seen.has(item.id)) return [yaml.problem('duplicate-id', [list, index, 'id'], { id: item.id })];
    seen.add(item.id);
    return [];
  });
}

function checkItems({ entries, manifest }: EditionFiles): Problem[] {
  const problems: Problem[] = [];
  const holder = new Map<number, string>();
  for (const { yaml, value } of entries) {
    if (value.item === undefined) continue;
    const first = holder.get(value.item);
    if (first) problems.push(yaml.problem('duplicate-item', ['item'], { item: value.item, first }));
    else holder.set(value.item, value.id);
  }
  for (const [index, item] of manifest.value.attention.entries()) {
    if (!holder.has(item)) problems.push(manifest.yaml.problem('unknown-item', ['attention', index], { item }));
  }
  return problems;
}

function checkPoints({ yaml, value }: Filed<EditionFiles['entries'][number]['value']>): Problem[] {
  return value.versions.flatMap((version, v) => {
    const seen = new Set<string>();
    return (['points', 'exceptions', 'steps'] as const).flatMap((list) =>
      (version[list] ?? []).flatMap((point, n) => {
        if (seen.has(point.id))
          return [yaml.problem('duplicate-point', ['versions', v, list, n, 'id'], { id: point.id })];
        seen.add(point.id);
        return [];
      }),
    );
  });
}
