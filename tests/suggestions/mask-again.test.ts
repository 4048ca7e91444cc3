/** What stands in the store is masked already; what goes into public files is looked at once more. */
import { maskPersonalData } from '../../bot/conversation/index.ts';
import { hasMask, maskAgain } from '../../bot/suggestions/index.ts';

const mask = (text: string) => maskAgain(text, (words) => maskPersonalData(words).text);

describe('Masking again', () => {
  it.each([
    ['我的身份证440106199001011234能查吗', '我的身份证〔证件号〕能查吗'],
    ['打我电话13800138000', '打我电话〔电话〕'],
    ['社保编号1029384756查不到', '社保编号〔号码〕查不到'],
    ['回乡证H12345678可以办吗', '回乡证〔号码〕可以办吗'],
    ['护照ＥＡ１２３４５６７８行不行', '护照〔号码〕行不行'],
    ['发到 wang.wu@example.com 吧', '发到 〔邮箱〕 吧'],
  ])('%s → %s', (written, masked) => {
    expect(mask(written)).toBe(masked);
    expect(hasMask(masked)).toBe(true);
  });

  it.each(['2011年7月以前交的12个月，每月1360元', '打12333没人接', '断交3年还算不'])('leaves %s as it is', (text) => {
    expect(mask(text)).toBe(text);
    expect(hasMask(text)).toBe(false);
  });

  it('makes one line of several, and is the same when done twice', () => {
    const once = mask('第一行\n  第二行 1029384756');
    expect(once).toBe('第一行 第二行 〔号码〕');
    expect(mask(once)).toBe(once);
  });
});
