/** The sentences that people read, as they are read. */
import { readdirSync, readFileSync } from 'node:fs';
import { CaseInputError, INPUT_PROBLEM_CODES, runCase, sayCase, sayInputProblem } from '../../bot/cases/index.ts';
import type { CaseKind, Language } from '../../bot/knowledge/index.ts';
import { createWording, type Wording } from '../../bot/wording/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
let wording: Wording;
beforeAll(async () => {
  wording = await createWording('locales');
});
const say = (kind: CaseKind, input: unknown, language: Language) =>
  sayCase(edition, runCase(edition, kind, input, { asOf: TEST_DAY }), wording.in(language), language);

const place = {
  hukou: 'hunan',
  relation: 'guangdong',
  stays: [{ region: 'guangdong', months: 126 }],
};

it('names the article in a plain sentence', () => {
  const { headline, lines, disclaimer } = say('benefit-place', place, 'zh-CN');
  expect(headline).toBe('退休后在广东领养老金。');
  expect(lines.at(-1)).toEqual({
    rule: 'place-relation-enough',
    text: '你在广东缴了126个月，满10年 → 在广东领——第六条第（二）项。',
    source: { ref: 'gbf-2009-66#6.2', name: '国办发〔2009〕66号 第六条第（二）项' },
  });
  expect(disclaimer).toContain('核定为准');
});

it('says the same in traditional characters and in English', () => {
  expect(say('benefit-place', place, 'zh-Hant').headline).toBe('退休後在廣東領養老金。');
  const english = say('benefit-place', place, 'en');
  expect(english.headline).toBe('You will draw your pension in Guangdong.');
  expect(english.lines.at(-1)?.text).toBe(
    'You paid 126 months in Guangdong, at least 10 years → Guangdong pays — Art. 6(2).',
  );
});

it('says what would change the place', () => {
  const input = { ...place, stays: [{ region: 'guangdong', months: 96 }] };
  expect(say('benefit-place', input, 'en').change).toEqual(['24 months more in Guangdong would make it Guangdong.']);
});

it('calls a pension an estimate, in each language', () => {
  const input = { base: 8000, index: 1, months: 360, account: 180000, ageMonths: 720 };
  expect(say('pension', input, 'zh-CN').headline).toBe('估算每月大约 3,694.96元。');
  expect(say('pension', input, 'zh-CN').disclaimer).toContain('估算');
  expect(say('pension', input, 'en').disclaimer).toContain('estimate');
});

it('corrects kindly and exactly', () => {
  const correct = (kind: CaseKind, input: unknown) => {
    try {
      runCase(edition, kind, input, { asOf: TEST_DAY });
    } catch (error) {
      if (error instanceof CaseInputError)
        return error.problems
          .map((problem) => sayInputProblem(edition, problem, wording.in('zh-CN'), 'zh-CN'))
          .join('');
    }
    return '';
  };
  expect(correct('benefit-place', { ...place, stays: [{ region: 'guangdong', months: 7200 }] })).toBe(
    '7200个月就是600年，一辈子也缴不了600年。最多588个月（49年）。是不是多打了一位？',
  );
  expect(correct('retirement', { sex: 'male', birth: '1975-13' })).toBe(
    '一年只有12个月，没有13月。写成 1975-03 这样就行。',
  );
  expect(correct('benefit-place', { ...place, hukou: '东莞' })).toBe(
    '“东莞”我没对上是哪个省。是不是广东（guangdong）？',
  );
});

it('has words for every code in the sources, and for every problem', () => {
  const sources = readdirSync('bot/cases').map((name) => readFileSync(`bot/cases/${name}`, 'utf8'));
  const steps = sources.flatMap((text) =>
    [...text.matchAll(/step\(\s*'([a-z0-9-]+)'/g)].map((match) => `trace.${match[1]}`),
  );
  expect(steps.length).toBeGreaterThan(30);
  for (const key of [...steps, ...INPUT_PROBLEM_CODES.map((code) => `error.${code}`)])
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const)
      expect([key, wording.has(`case:${key}`, language)]).toEqual([key, true]);
});
