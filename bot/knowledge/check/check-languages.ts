/** Languages: every authored language of the manifest is there, and a short answer fits a chat bubble. */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import type { KeyPath, YamlFile } from '../read/yaml-file.ts';
import type { Text } from '../schema/common.ts';
import { textsOf } from './walk-texts.ts';

/** Most characters of a short answer: five lines of a chat bubble on a 360 px phone at 17 px. */
export const SHORT_MOST = { 'zh-CN': 90, 'zh-Hant': 90, en: 320 } as const;

export function checkLanguages(files: EditionFiles): Problem[] {
  const authored = files.manifest.value.languages
    .filter((language) => language.kind === 'authored')
    .map(({ tag }) => tag);
  const checkText = (yaml: YamlFile, text: Text, path: KeyPath): Problem[] =>
    authored
      .filter((language) => text[language] === undefined)
      .map((language) => yaml.problem('missing-language', path, { language }));

  return [
    ...files.entries.flatMap(({ yaml, value }) =>
      textsOf(value).flatMap(({ role, text, path }) => [
        // Staff notes are written for staff, who work in Chinese.
        ...(role === 'staff' ? [] : checkText(yaml, text, path)),
        ...(role === 'short' ? checkLength(yaml, text, path) : []),
      ]),
    ),
    ...files.manifest.value.topics.flatMap((topic, n) =>
      checkText(files.manifest.yaml, topic.name, ['topics', n, 'name']),
    ),
    ...files.glossary.value.terms.flatMap((term, n) => [
      ...checkText(files.glossary.yaml, term.term, ['terms', n, 'term']),
      ...checkText(files.glossary.yaml, term.gloss, ['terms', n, 'gloss']),
    ]),
    ...files.neighbours.value.neighbours.flatMap((neighbour, n) =>
      checkText(files.neighbours.yaml, neighbour.reply, ['neighbours', n, 'reply']),
    ),
    ...files.sources.value.sources.flatMap((source, n) => [
      ...checkText(files.sources.yaml, source.title, ['sources', n, 'title']),
      ...source.articles.flatMap(({ gist }, a) =>
        gist ? checkText(files.sources.yaml, gist, ['sources', n, 'articles', a, 'gist']) : [],
      ),
    ]),
  ];
}

function checkLength(yaml: YamlFile, text: Text, path: KeyPath): Problem[] {
  return (Object.entries(text) as [keyof typeof SHORT_MOST, string][]).flatMap(([language, words]) => {
    const length = words.replace(/\{\{[^}]*\}\}/g, '00').length;
    return length <= SHORT_MOST[language]
      ? []
      : [yaml.problem('short-too-long', [...path, language], { length, most: SHORT_MOST[language] })];
  });
}
