/** Whose words are whose: what a province and its city add stands under each one's own name, in every language and way in. */
import { type Site, startSite } from '../browser/start-site.ts';
import { OVERLAY_KNOWLEDGE } from '../helpers/copied-overlays.ts';
import { begin, read, say } from '../helpers/direct-line-client.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ knowledgeDir: OVERLAY_KNOWLEDGE });
});
afterAll(() => site.close());

/** The last message of the bot after these of a person, one after the other. */
async function talk(...messages: string[]) {
  const direct = await begin(site.address);
  for (const message of messages) await say(site.address, direct, message);
  const { body } = await read(site.address, direct);
  return body.activities.at(-1);
}

const page = async (address: string) => (await fetch(`${site.address}${address}`)).text();
const headings = (html: string) =>
  [...html.matchAll(/<section class="local"><h2 class="part">(?<name>[^\n<]*)/g)].map(({ groups }) => groups?.name);

const HERE = 'from=guangdong/shenzhen&to=guangdong/shenzhen&asof=2026-11-23';

describe('To someone in a city with an overlay of its own', () => {
  it('the talk gives the words of the province and of the city apart, as text and as data', async () => {
    const reply = await talk('我在深圳打工', '多久能办好');
    expect(reply.speak).toContain('广东补充：\n• 离开广东，先在原单位停保。');
    expect(reply.speak).toContain('深圳补充：\n• 到深圳，先由新单位参保。\n• 去窗口前先预约。');
    const { answer } = reply.channelData.yaodian.bubbles.find(({ kind }: { kind: string }) => kind === 'answer');
    expect(answer.local).toMatchObject([
      { region: 'guangdong', name: '广东', points: [{ id: 'guangdong-stop-first' }, { id: 'guangdong-stop-check' }] },
      {
        region: 'guangdong/shenzhen',
        name: '深圳',
        points: [{ id: 'guangdong-arrive' }, { id: 'shenzhen-appointment' }],
      },
    ]);
    expect(answer.overlays).toEqual([
      { region: 'guangdong', name: '广东', version: 3 },
      { region: 'guangdong/shenzhen', name: '深圳', version: 1 },
    ]);
  });

  it.each([
    ['zh-CN', ['广东补充', '深圳补充'], '广东 3 · 深圳 1'],
    ['zh-Hant', ['廣東補充', '深圳補充'], '廣東 3 · 深圳 1'],
    ['en', ['Added by Guangdong', 'Added by Shenzhen'], 'Guangdong 3 · Shenzhen 1'],
  ])('the page in %s names both', async (language, names, versions) => {
    const html = await page(`/entry/procedure?lang=${language}&${HERE}`);
    expect(headings(html)).toEqual(names);
    expect(html).toContain(versions);
  });

  it('a local wording of the short answer is marked as that of the province, which is theirs too', async () => {
    expect(await page(`/entry/years?lang=zh-CN&${HERE}`)).toContain('以上是广东的说法');
    expect(await page('/entry/years?lang=zh-CN&asof=2026-11-23')).not.toContain('的说法');
  });

  it('the address of the whole answer leads to the same places', async () => {
    const html = await page(`/entry/years?lang=zh-CN&${HERE}`);
    expect(html).toContain('from=guangdong%2Fshenzhen&amp;to=guangdong%2Fshenzhen');
  });
});

describe('To someone moving', () => {
  it('from that city both levels of the one end and the other end speak, each for its side', async () => {
    const reply = await talk('我在深圳上班', '要转到河南去', '多久能办好');
    expect(reply.speak).toContain('广东补充：\n• 离开广东，先在原单位停保。');
    expect(reply.speak).toContain('河南补充：');
    expect(reply.speak).not.toContain('深圳补充');
  });

  it('to that city the city speaks of arriving', async () => {
    const reply = await talk('我要从河南转到深圳', '多久能办好');
    expect(reply.speak).toContain('深圳补充：\n• 到深圳，先由新单位参保。\n• 去窗口前先预约。');
    expect(reply.speak).not.toContain('离开广东');
  });

  it('to another city of the same province the city left no longer speaks', async () => {
    const reply = await talk('我在深圳上班', '要转到东莞去', '多久能办好');
    expect(reply.speak).toContain('广东补充');
    expect(reply.speak).not.toContain('深圳补充');
  });
});

describe('As of an earlier day', () => {
  it('the page says what the places said then', async () => {
    const on = (day: string) => page(`/entry/years?lang=zh-CN&from=guangdong&to=guangdong&asof=${day}`);
    expect(await on('2026-02-14')).toContain('以后逐步提高。');
    expect(await on('2026-02-20')).toContain('广东早先的说法');
    expect(await on('2026-11-23')).toContain('广东后来的说法');
  });

  it('an entry that the province deletes later is still there', async () => {
    const status = async (day: string) =>
      (await fetch(`${site.address}/entry/portal?from=guangdong&to=guangdong&asof=${day}`)).status;
    expect(await status('2026-02-28')).toBe(200);
    expect(await status('2026-03-01')).toBe(404);
  });
});
