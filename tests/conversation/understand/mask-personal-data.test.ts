/** Personal numbers go before anything else sees the message; other numbers stay. */
import { maskPersonalData } from '../../../bot/conversation/index.ts';

describe('A personal number', () => {
  it.each([
    ['我的身份证是110101199003074514', '我的身份证是〔证件号〕', ['id']],
    ['身份证 11010119900307451X 查一下', '身份证 〔证件号〕 查一下', ['id']],
    ['老证110101900307451', '老证〔证件号〕', ['id']],
    ['打我电话13800138000', '打我电话〔电话〕', ['phone']],
    ['打我电话 138 0013 8000', '打我电话 〔电话〕', ['phone']],
    ['+86 13800138000', '+〔电话〕', ['phone']],
    ['座机010-12345678', '座机〔电话〕', ['phone']],
    ['卡号6222 0211 0001 2345 678', '卡号〔卡号〕', ['card']],
    ['卡号６２２２０２１１０００１２３４５６７８', '卡号〔卡号〕', ['card']],
    ['110101199003074514 13800138000', '〔证件号〕 〔电话〕', ['id', 'phone']],
  ])('in "%s" is masked', (message, text, found) => {
    expect(maskPersonalData(message)).toEqual({ text, found });
  });
});

describe('Any other number', () => {
  it.each([
    '打12333问',
    '2010年6月1日',
    '126个月',
    '2015-03-09',
    '缴了20000.50元',
    '人社部发〔2014〕17号',
    '1998年到2005年缴了96个月',
  ])('in "%s" stays', (message) => expect(maskPersonalData(message)).toEqual({ text: message, found: [] }));
});
