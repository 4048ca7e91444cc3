/** How a person wants the page: chosen ones are kept, nothing odd in the cookie does harm. */
import { changeSettings, readSettings, settingsCookie } from '../../../bot/channels/page/settings.ts';

const fields = (text: string) => new URLSearchParams(text);

describe('Settings', () => {
  it('are the browser’s until somebody chooses', () => {
    expect(readSettings(undefined, 'en-GB,en;q=0.9')).toEqual({
      language: 'en',
      chosen: false,
      large: false,
      theme: 'auto',
    });
    expect(readSettings(undefined, 'zh-HK').language).toBe('zh-Hant');
    expect(readSettings(undefined, undefined).language).toBe('zh-CN');
  });

  it('survive the way through the cookie', () => {
    const chosen = changeSettings(readSettings(undefined, 'en'), fields('lang=zh-Hant&size=large&theme=dark'));
    const [pair] = settingsCookie(chosen, false).split(';');
    expect(readSettings(pair, 'en')).toEqual(chosen);
  });

  it('change one by one, and leave the language to the browser while it wasn’t chosen', () => {
    const large = changeSettings(readSettings(undefined, 'en'), fields('size=large'));
    const [pair] = settingsCookie(large, false).split(';');
    expect(readSettings(pair, 'zh-CN')).toEqual({ language: 'zh-CN', chosen: false, large: true, theme: 'auto' });
  });

  it.each(['yaodian-page=xx.huge.pink', 'yaodian-page=%E0%A4%A', 'yaodian-page=', 'other=1'])(
    'are the usual ones for the cookie “%s”',
    (cookie) => {
      expect(readSettings(cookie, 'zh-CN')).toEqual({ language: 'zh-CN', chosen: false, large: false, theme: 'auto' });
    },
  );
});
