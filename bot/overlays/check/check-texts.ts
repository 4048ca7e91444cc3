/** Local texts obey the edition's rules: every authored language, no bare number, a short answer that fits a bubble. */
import {
  bareNumber,
  type Edition,
  holdsOn,
  nearestName,
  type Problem,
  parameterNamesIn,
  SHORT_MOST,
} from '../../knowledge/index.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import type { CheckContext } from './check-context.ts';
import { type LocalRef, type LocalText, localRefs, localTexts } from './local-texts.ts';

export function checkTexts(files: OverlayFiles, { edition }: CheckContext): Problem[] {
  return [
    ...localTexts(files).flatMap((local) => [
      ...checkLanguages(local, edition),
      ...checkNumbers(local),
      ...checkParameters(local, edition),
      ...checkLength(local),
    ]),
    ...localRefs(files).flatMap((local) => checkSource(local, edition)),
  ];
}

function checkLanguages({ yaml, path, text, role }: LocalText, edition: Edition): Problem[] {
  if (role === 'staff') return [];
  return edition.manifest.languages
    .filter(({ kind, tag }) => kind === 'authored' && text[tag] === undefined)
    .map(({ tag }) => yaml.problem('missing-language', path, { language: tag }));
}

function checkNumbers({ yaml, path, text, role }: LocalText): Problem[] {
  if (role === 'example') return [];
  return Object.entries(text).flatMap(([language, words]) => {
    const bare = bareNumber(words);
    return bare ? [yaml.problem('bare-number', [...path, language], { bare })] : [];
  });
}

function checkParameters({ yaml, path, text, from }: LocalText, edition: Edition): Problem[] {
  return Object.entries(text).flatMap(([language, words]) =>
    parameterNamesIn(words).flatMap((id) => {
      const parameter = edition.parameters.get(id);
      if (!parameter)
        return [
          yaml.problem('unknown-parameter', [...path, language], {
            id,
            nearest: nearestName(id, edition.parameters.keys()),
          }),
        ];
      return from === undefined || parameter.values.some((value) => holdsOn(value, from))
        ? []
        : [yaml.problem('parameter-not-in-force', [...path, language], { id, day: from })];
    }),
  );
}

function checkLength({ yaml, path, text, role }: LocalText): Problem[] {
  if (role !== 'short') return [];
  return (Object.entries(text) as [keyof typeof SHORT_MOST, string][]).flatMap(([language, words]) => {
    const length = words.replace(/\{\{[^}]*\}\}/g, '00').length;
    const most = SHORT_MOST[language];
    return length <= most ? [] : [yaml.problem('short-too-long', [...path, language], { length, most })];
  });
}

function checkSource({ yaml, path, ref, from }: LocalRef, edition: Edition): Problem[] {
  const [id = '', article = ''] = ref.split('#');
  const source = edition.sources.get(id);
  if (!source) return [yaml.problem('unknown-source', path, { id, nearest: nearestName(id, edition.sources.keys()) })];
  const known = source.articles.map((candidate) => candidate.id);
  if (!known.includes(article))
    return [yaml.problem('unknown-article', path, { id, article, known: known.join(', ') })];
  return from === undefined || holdsOn(source, from)
    ? []
    : [yaml.problem('source-not-in-force', path, { id, day: from })];
}
