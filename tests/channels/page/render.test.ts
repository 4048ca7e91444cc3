/** Bubbles as markup: the order of an answer, places under their own names, terms once, nothing unescaped. */
import type { Answer } from '../../../bot/answers/index.ts';
import { renderAnswer } from '../../../bot/channels/page/render/answer-bubble.ts';
import { createGlosser } from '../../../bot/channels/page/render/gloss.ts';
import type { PageContext } from '../../../bot/channels/page/render/page-context.ts';
import { renderPieces } from '../../../bot/channels/page/render/talk.ts';
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { createWording } from '../../../bot/wording/index.ts';

const ANSWER: Answer = {
  entry: 'made-up',
  item: 7,
  highlighted: true,
  topic: '怎么转',
  question: '要多久？',
  short: '最多15天。',
  points: [{ id: 'a', text: '个人账户跟着走，个人账户不会丢。', sources: [] }],
  exceptions: [],
  steps: [{ id: 'b', text: '去申请。', sources: [] }],
  local: [
    { region: 'guangdong', name: '广东', side: 'origin', points: [{ id: 'c', text: '广东说的', sources: [] }] },
    { region: 'sichuan', name: '四川', side: 'destination', points: [{ id: 'd', text: '四川说的', sources: [] }] },
  ],
  sources: [{ ref: 'x#1', title: '办法', number: '某发1号', article: '第一条', issuer: '某部', from: '2010-01-01' }],
  terms: [{ id: 'account', term: '个人账户', spellings: ['个人账户'], unlike: [], gloss: '你名下的养老钱。' }],
  related: [],
  language: 'zh-CN',
  day: '2026-11-24',
  from: '2010-01-01',
  versions: ['national 2026.11', 'national 2026.11 + guangdong 3'],
  overlays: [{ region: 'guangdong', name: '广东', version: 3 }],
  ends: { origin: 'guangdong', destination: 'sichuan' },
};

let page: PageContext;
beforeAll(async () => {
  const wording = await createWording('locales');
  page = {
    settings: { language: 'zh-CN', chosen: false, large: false, theme: 'auto' },
    say: wording.in('zh-CN'),
    wording,
    edition: loadEdition('tests/fixtures/small-edition'),
    version: 'national 2026.11',
    today: '2026-11-24',
    asset: (name) => `/static/${name}`,
  };
});

/** The words alone, tags turned into spaces. */
const words = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('An answer', () => {
  it('stands in the order of the plan', () => {
    const said = words(renderAnswer(ANSWER, 'short', page).markup);
    const order = [
      '第7条',
      '重点',
      '要多久？',
      '天。',
      '个人账户',
      '去申请。',
      '广东补充',
      '四川补充',
      '某发1号 第一条',
      '起',
    ];
    const at = order.map((part) => said.indexOf(part));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  });

  it('says which end of the move each place speaks for', () => {
    const said = words(renderAnswer(ANSWER, 'short', page).markup);
    expect(said).toMatch(/广东补充 转出地 .*四川补充 转入地/);
  });

  it('glosses a term where it first stands, and only there', () => {
    const { markup } = renderAnswer(ANSWER, 'short', page);
    expect(markup.match(/class="term"/g)).toHaveLength(1);
    expect(words(markup)).toContain('个人账户 你名下的养老钱。 跟着走，个人账户不会丢。');
  });

  it('says the day when it isn’t today', () => {
    expect(words(renderAnswer(ANSWER, 'short', page).markup)).not.toContain('当时的规定');
    const then = renderAnswer({ ...ANSWER, day: '2010-06-01' }, 'short', page).markup;
    expect(words(then)).toContain('按 2010-06-01 当时的规定回答');
    expect(then).toContain('asof=2010-06-01');
  });
});

describe('The talk', () => {
  it('shows what a person wrote as they wrote it, tags and all', () => {
    const markup = renderPieces([{ kind: 'person', text: '<img src=x onerror=alert(1)>\n第二行' }], page).join('');
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;<br>第二行');
  });

  it('says in words that a person of the staff has taken over, and who is speaking', () => {
    const said = words(
      renderPieces(
        [
          { kind: 'handover', to: 'staff' },
          { kind: 'staff', name: '王芳', text: '你好' },
          { kind: 'handover', to: 'bot' },
        ],
        page,
      ).join(''),
    );
    expect(said).toMatch(/工作人员接手了.*工作人员 王芳 你好.*工作人员答完了/);
  });
});

describe('A caution', () => {
  it('is said with the short answer; other exceptions wait until one asks for more', () => {
    const exceptions = [
      { id: 'x', text: '例外一。', sources: [] },
      { id: 'y', text: '以现在的做法为准。', sources: [], withShort: true },
    ];
    const said = words(renderAnswer({ ...ANSWER, exceptions }, 'short', page).markup);
    expect(said).toContain('以现在的做法为准。');
    expect(said).not.toContain('例外一。');
  });
});

describe('Glosses', () => {
  it('prefer the longer of two terms that overlap', () => {
    const gloss = createGlosser([
      { id: 'short', term: '账户', spellings: ['账户'], unlike: [], gloss: '短' },
      { id: 'long', term: '临时账户', spellings: ['临时账户'], unlike: [], gloss: '长' },
    ]);
    expect(words(gloss.write('开临时账户').markup)).toBe('开 临时账户 长');
  });

  it('keep the stop behind a term with it: alone beneath the opened gloss it would look lost', () => {
    const gloss = createGlosser([{ id: 'a', term: '基数', spellings: ['基数'], unlike: [], gloss: '按多少算' }]);
    expect(gloss.write('先选基数。再缴。').markup).toMatch(
      /<summary>基<span class="end">数<span class="stop">。<\/span><\/span><\/summary>.*再缴。$/,
    );
  });

  it('leave words of no term as they are', () => {
    expect(createGlosser([]).write('a < b').markup).toBe('a &lt; b');
  });
});
