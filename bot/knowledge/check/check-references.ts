/** References: topics, related entries, tests, sources with article, parameters in texts, neighbours. */
import { parameterNamesIn } from '../fill-parameters.ts';
import type { EditionFiles } from '../read/edition-files.ts';
import { nearestName } from '../read/nearest-name.ts';
import type { Problem } from '../read/problem.ts';
import type { KeyPath, YamlFile } from '../read/yaml-file.ts';
import { INTENTS } from '../schema/edition-files.ts';
import { textsOf } from './walk-texts.ts';

export function checkReferences(files: EditionFiles): Problem[] {
  const entryIds = files.entries.map(({ value }) => value.id);
  const topicIds = files.manifest.value.topics.map((topic) => topic.id);
  const parameterIds = files.parameters.value.parameters.map((parameter) => parameter.id);
  const checkSource = sourceChecker(files);
  const problems: Problem[] = [];

  for (const { yaml, value: entry } of files.entries) {
    if (!topicIds.includes(entry.topic))
      problems.push(
        yaml.problem('unknown-topic', ['topic'], {
          id: entry.topic,
          nearest: nearestName(entry.topic, topicIds),
          known: topicIds.join(', '),
        }),
      );
    const checkEntryId = (id: string, path: KeyPath) => {
      if (!entryIds.includes(id))
        problems.push(yaml.problem('unknown-entry', path, { id, nearest: nearestName(id, entryIds) }));
    };
    for (const [n, id] of (entry.related ?? []).entries()) checkEntryId(id, ['related', n]);
    for (const [n, miss] of (entry.tests.misses ?? []).entries())
      if (miss.goes !== 'none') checkEntryId(miss.goes, ['tests', 'misses', n, 'goes']);
    for (const [v, version] of entry.versions.entries()) {
      for (const [n, ref] of version.sources.entries())
        problems.push(...checkSource(yaml, ref, ['versions', v, 'sources', n]));
      for (const list of ['points', 'exceptions', 'steps'] as const)
        for (const [p, point] of (version[list] ?? []).entries())
          for (const [n, ref] of (point.sources ?? []).entries())
            problems.push(...checkSource(yaml, ref, ['versions', v, list, p, 'sources', n]));
    }
    for (const { text, path } of textsOf(entry))
      for (const [language, words] of Object.entries(text))
        for (const id of parameterNamesIn(words))
          if (!parameterIds.includes(id))
            problems.push(
              yaml.problem('unknown-parameter', [...path, language], { id, nearest: nearestName(id, parameterIds) }),
            );
  }
  for (const [p, parameter] of files.parameters.value.parameters.entries())
    for (const [n, value] of parameter.values.entries())
      problems.push(...checkSource(files.parameters.yaml, value.source, ['parameters', p, 'values', n, 'source']));
  return [...problems, ...checkAskedTargets(files, entryIds)];
}

function sourceChecker(files: EditionFiles) {
  const articles = new Map(
    files.sources.value.sources.map((source) => [source.id, source.articles.map((article) => article.id)]),
  );
  return (yaml: YamlFile, ref: string, path: KeyPath): Problem[] => {
    const [id = '', article = ''] = ref.split('#');
    const known = articles.get(id);
    if (!known) return [yaml.problem('unknown-source', path, { id, nearest: nearestName(id, articles.keys()) })];
    if (!known.includes(article))
      return [yaml.problem('unknown-article', path, { id, article, known: known.join(', ') })];
    return [];
  };
}

function checkAskedTargets(files: EditionFiles, entryIds: readonly string[]): Problem[] {
  const known = {
    entry: entryIds,
    neighbour: files.neighbours.value.neighbours.map((neighbour) => neighbour.id),
    intent: [...INTENTS] as readonly string[],
  };
  return files.asked.flatMap(({ yaml, kind, value }) =>
    known[kind].includes(value.of)
      ? []
      : [yaml.problem('unknown-target', ['of'], { id: value.of, nearest: nearestName(value.of, known[kind]) })],
  );
}
