/**
 * Every term that the glossary explains can be tapped wherever it stands: in each bubble of each entry, in three
 * languages, once a bubble. The markup alone is looked at; tests/browser/terms.test.ts taps.
 */
import { type Answer, cautionsOf, composeAnswer, isAnswer } from '../../../bot/answers/index.ts';
import { renderAnswer, type ShownPart } from '../../../bot/channels/page/render/answer-bubble.ts';
import type { PageContext } from '../../../bot/channels/page/render/page-context.ts';
import {
  createSpeaker,
  createTermFinder,
  type Language,
  loadEdition,
  writeTerms,
} from '../../../bot/knowledge/index.ts';
import { nationalView } from '../../../bot/overlays/index.ts';
import { createWording } from '../../../bot/wording/index.ts';

const edition = loadEdition('knowledge');
const national = nationalView(edition);
const LANGUAGES: Language[] = ['zh-CN', 'zh-Hant', 'en'];
const TODAY = '2026-11-24';

let pageIn: (language: Language) => PageContext;
beforeAll(async () => {
  const wording = await createWording('locales');
  pageIn = (language) => ({
    settings: { language, chosen: false, large: false, theme: 'auto' },
    say: wording.in(language),
    wording,
    edition,
    version: 'national',
    today: TODAY,
    asset: (name) => `/static/${name}`,
  });
});

function textsOf(answer: Answer, part: ShownPart): string[] {
  const said = (points: Answer['points']) => points.map(({ text }) => text);
  switch (part) {
    case 'short':
      return [
        answer.short,
        ...said(answer.points.slice(0, 1)),
        ...said(answer.steps.slice(0, 1)),
        ...said(cautionsOf(answer)),
      ];
    case 'more':
      return [answer.changed ?? '', ...said(answer.points), ...said(answer.exceptions)];
    case 'example':
      return [answer.example ?? ''];
    case 'steps':
      return said(answer.steps);
    case 'source':
      return [];
  }
}

describe.each(LANGUAGES)('In %s every explained term', (language) => {
  const find = createTermFinder(writeTerms(edition.glossary, createSpeaker(edition, language, TODAY)));

  it.each([...edition.entries.keys()])('of %s can be tapped, once a bubble', (entry) => {
    const answer = composeAnswer(edition, { entry, language, day: TODAY, national });
    if (!answer || !isAnswer(answer)) throw new Error(`${entry} says nothing today`);
    for (const part of ['short', 'more', 'example', 'steps'] as const) {
      const markup = renderAnswer(answer, part, pageIn(language)).markup;
      const tappable = [...markup.matchAll(/<details class="term"><summary>(.*?)<\/summary>/g)].length;
      expect(tappable).toBe(new Set(textsOf(answer, part).flatMap((text) => find(text).map(({ id }) => id))).size);
    }
  });
});

it('繁體 loses no term to the converter', () => {
  const finder = (language: Language) =>
    createTermFinder(writeTerms(edition.glossary, createSpeaker(edition, language, TODAY)));
  const [simplified, traditional] = [finder('zh-CN'), finder('zh-Hant')];
  for (const entry of edition.entries.keys()) {
    const said = (language: Language) => {
      const answer = composeAnswer(edition, { entry, language, day: TODAY, national });
      return answer && isAnswer(answer) ? textsOf(answer, 'more').join('\n') : '';
    };
    const ids = (text: string, find: typeof simplified) => find(text).map(({ id }) => id);
    expect(ids(said('zh-Hant'), traditional)).toEqual(ids(said('zh-CN'), simplified));
  }
});
