import { HTTP_PROBLEMS, type HttpProblemCode, languageOf } from '../../../bot/channels/http/index.ts';
import { LANGUAGES } from '../../../bot/knowledge/index.ts';
import { createWording } from '../../../bot/wording/index.ts';

describe('problems over HTTP', () => {
  it.each(LANGUAGES)('have their words in %s, every one', async (language) => {
    const wording = await createWording('locales');
    const codes = Object.keys(HTTP_PROBLEMS) as HttpProblemCode[];
    expect(codes.filter((code) => !wording.has(`http:problem.${code}`, language))).toEqual([]);
  });

  it.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh', 'zh-CN'],
    ['en-GB,zh', 'en'],
    ['', 'zh-CN'],
    [undefined, 'zh-CN'],
    [';;,,q=x', 'zh-CN'],
  ])('are told to someone who reads %s in %s', (accept, language) => {
    expect(languageOf(accept)).toBe(language);
  });
});
