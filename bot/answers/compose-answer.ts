/**
 * An entry → what is said. A move has two ends: each place speaks for its own side, under its own name, and the
 * national text stands above both. Where both ends are one place, its refinements replace the national words.
 */
import {
  createSpeaker,
  createTermFinder,
  type Edition,
  type Entry,
  holdsOn,
  type Language,
  type Point,
  type Speaker,
  type TermFinder,
  type WrittenTerm,
  writeTerms,
} from '../knowledge/index.ts';
import type { ComposedEntry, View } from '../overlays/index.ts';
import type { Answer, NotYet, SaidPoint, SaidSource } from './answer.ts';
import { localOfEnd, localOfOne, overlaysOf, type SayPoint } from './local-parts.ts';

export interface AnswerRequest {
  readonly entry: string;
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly day: string;
  /** The national view. */
  readonly national: View;
  /** The place left, where it is known. */
  readonly origin?: View | undefined;
  /** The place reached, where it is known. */
  readonly destination?: View | undefined;
}

/** @returns the answer; `NotYet` when the entry has nothing for that day; undefined when there is no such entry here. */
export function composeAnswer(edition: Edition, request: AnswerRequest): Answer | NotYet | undefined {
  const ends = [request.origin, request.destination].filter((view) => view !== undefined);
  const onlyOne = ends.length > 0 && ends.every((view) => view.region === ends[0]?.region);
  const main = onlyOne && ends[0] ? ends[0] : request.national;
  // A local entry exists in one view only; a national one that a place hides is still national policy elsewhere.
  const composed = main.compose(request.entry) ?? (onlyOne ? undefined : firstThatHas(ends, request.entry));
  if (!composed) return undefined;

  const speaker = createSpeaker(edition, request.language, request.day);
  const { entry } = composed;
  const version = entry.versions.find((candidate) => holdsOn(candidate, request.day));
  if (!version)
    return {
      entry: entry.id,
      question: speaker.say(entry.question),
      day: request.day,
      from: entry.versions[0]?.from ?? request.day,
    };

  const sourceOf = (ref: string) => saySource(edition, speaker, ref);
  const sayPoints = (points: readonly Point[] | undefined, list: string): SaidPoint[] =>
    (points ?? [])
      .filter((point) => holdsOn(point, request.day))
      .map((point) => sayPoint(point, speaker, sourceOf, composed.origins.get(`${list}.${point.id}`)?.region));

  const sayLocal: SayPoint = (point, region) => sayPoint(point, speaker, sourceOf, region);
  const overlays = overlaysOf(ends, speaker);
  const wordedIn = composed.origins.get('short')?.region;
  const wordedBy = overlays.find(({ region }) => region === wordedIn);

  const said = {
    short: speaker.say(version.short),
    points: sayPoints(version.points, 'points'),
    exceptions: sayPoints(version.exceptions, 'exceptions'),
    steps: sayPoints(version.steps, 'steps'),
    ...(version.example ? { example: speaker.say(version.example.text) } : {}),
  };
  const changed = version.changed ? speaker.say(version.changed) : undefined;
  const local = onlyOne
    ? localOfOne(main, said, speaker)
    : [
        ...localOfEnd(request.origin, 'origin', entry.id, sayLocal, speaker),
        ...localOfEnd(request.destination, 'destination', entry.id, sayLocal, speaker),
      ];
  const allWords = [
    said.short,
    said.example ?? '',
    changed ?? '',
    ...[...said.points, ...said.exceptions, ...said.steps, ...local.flatMap(({ points }) => points)].map((p) => p.text),
  ].join('\n');

  return {
    entry: entry.id,
    ...(entry.item === undefined ? {} : { item: entry.item }),
    highlighted: entry.item !== undefined && edition.manifest.attention.includes(entry.item),
    topic: topicName(edition, entry, speaker),
    question: speaker.say(entry.question),
    ...said,
    ...(wordedBy ? { shortBy: { region: wordedBy.region, name: wordedBy.name } } : {}),
    ...(changed === undefined ? {} : { changed }),
    local,
    sources: version.sources.flatMap((ref) => sourceOf(ref) ?? []),
    terms: termsIn(edition, speaker, allWords),
    related: (entry.related ?? []).flatMap((id) => {
      const other = main.compose(id);
      return other ? [{ id, question: speaker.say(other.entry.question) }] : [];
    }),
    ...(entry.case ? { case: entry.case } : {}),
    language: request.language,
    day: request.day,
    from: version.from,
    ...(version.until ? { until: version.until } : {}),
    versions: [...new Set([request.national, ...ends].map((view) => view.version))],
    overlays,
    ends: {
      ...(request.origin?.region === undefined ? {} : { origin: request.origin.region }),
      ...(request.destination?.region === undefined ? {} : { destination: request.destination.region }),
    },
  };
}

export function isAnswer(said: Answer | NotYet): said is Answer {
  return 'short' in said;
}

function firstThatHas(views: readonly View[], id: string): ComposedEntry | undefined {
  for (const view of views) {
    const found = view.compose(id);
    if (found) return found;
  }
  return undefined;
}

function topicName(edition: Edition, entry: Entry, speaker: Speaker): string {
  const topic = edition.manifest.topics.find(({ id }) => id === entry.topic);
  return topic ? speaker.say(topic.name) : entry.topic;
}

function sayPoint(
  point: Point,
  speaker: Speaker,
  sourceOf: (ref: string) => SaidSource | undefined,
  region: string | undefined,
): SaidPoint {
  return {
    id: point.id,
    text: speaker.say(point.text),
    sources: (point.sources ?? []).flatMap((ref) => sourceOf(ref) ?? []),
    ...(point.withShort ? { withShort: true } : {}),
    ...(region ? { region } : {}),
  };
}

/** The name of a province as people say it; a city is named by its province. */
export function regionName(edition: Edition, region: string, language: Language): string {
  const [province = ''] = region.split('/');
  const found = edition.regions.get(province);
  if (!found) return region;
  return language === 'en' ? found.en : language === 'zh-Hant' ? found.zh_hant.short : found.zh_hans.short;
}

/** @param ref `gbf-2009-66#6.2` @returns undefined when the edition has no such article */
export function saySource(edition: Edition, speaker: Speaker, ref: string): SaidSource | undefined {
  const [id = '', articleId = ''] = ref.split('#');
  const source = edition.sources.get(id);
  const article = source?.articles.find((candidate) => candidate.id === articleId);
  if (!source || !article) return undefined;
  return {
    ref,
    title: speaker.say(source.title),
    // 国办发 is 國辦發 to readers of 繁體; English readers get the number as it is printed.
    number: source.number === null ? null : speaker.say({ 'zh-CN': source.number }),
    article: speaker.say(article.name),
    issuer: speaker.say(source.issuer),
    from: source.from,
    ...(source.until ? { until: source.until } : {}),
    ...(article.gist ? { gist: speaker.say(article.gist) } : {}),
    ...(source.link ? { link: source.link } : {}),
  };
}

/** Of the glossary, the terms that stand in these words. */
function termsIn(edition: Edition, speaker: Speaker, words: string): Answer['terms'] {
  const { written, find } = termsOf(edition, speaker);
  const found = new Set(find(words).map(({ id }) => id));
  return edition.glossary.flatMap(({ id, term, gloss }, n) => {
    const spelt = written[n];
    return spelt && found.has(id) ? [{ ...spelt, term: speaker.say(term), gloss: speaker.say(gloss) }] : [];
  });
}

interface Terms {
  readonly written: readonly WrittenTerm[];
  readonly find: TermFinder;
}

/** By edition and language: spellings have no holes, so the day makes no difference. */
const remembered = new WeakMap<Edition, Map<Language, Terms>>();

function termsOf(edition: Edition, speaker: Speaker): Terms {
  const byLanguage = remembered.get(edition) ?? new Map<Language, Terms>();
  remembered.set(edition, byLanguage);
  const known = byLanguage.get(speaker.language);
  if (known) return known;
  const written = writeTerms(edition.glossary, speaker);
  const terms = { written, find: createTermFinder(written) };
  byLanguage.set(speaker.language, terms);
  return terms;
}
