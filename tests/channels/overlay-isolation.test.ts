/** A broken overlay takes only itself out: over HTTP, under load, every other region goes on answering as before. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { RELOAD_TIMING } from '../../bot/service/index.ts';
import { type Site, startSite } from '../browser/start-site.ts';
import { type CopiedOverlays, copyOverlays, OVERLAY_KNOWLEDGE } from '../helpers/copied-overlays.ts';
import { ask, begin, read, say, type Talk } from '../helpers/direct-line-client.ts';
import { until } from '../helpers/until.ts';
import { MALFORMED } from '../overlays/malformed-overlays.ts';

const QUESTION = '我在河南，要交够几年';
const TALKERS = 2;
/** Forty changes one after the other: none is waited for longer than need be. */
const QUICK = { ...RELOAD_TIMING, noticeMs: 5, settleMs: 20, graceMs: 40, safetyMs: 20, pollMs: 20, restPerLook: 0 };

describe('While one overlay is broken in one way after the other', () => {
  let copy: CopiedOverlays;
  let site: Site;
  beforeAll(async () => {
    copy = copyOverlays();
    site = await startSite({ knowledgeDir: copy.folder, timing: QUICK });
  });
  afterAll(async () => {
    await site.close();
    copy.remove();
  });

  it('each is noticed, and no answer to another region changes or fails', async () => {
    const load = talkOn(site.address);
    for (const malformed of MALFORMED) {
      malformed.spoil(copy);
      await until(`${malformed.title} is noticed`, async () =>
        (await troubled(site.address)).includes(malformed.region),
      );
      restore(copy);
      await until(`${malformed.region} is mended`, async () => (await troubled(site.address)).length === 0);
    }
    const answers = await load.stop();

    expect(answers.length).toBeGreaterThan(MALFORMED.length);
    expect([...new Set(answers)]).toEqual([answers[0]]);
    expect(answers[0]).toContain('henan 2');
    expect(answers[0]).toContain('"years"');
  }, 240_000);
});

/** Regions that are not served from their newest files. */
async function troubled(address: string): Promise<string[]> {
  const { body } = await ask(address, 'GET', '/readyz');
  return body.knowledge.troubled.map(({ region }: { region: string }) => region);
}

/** Puts the files back as they were, and touches only those that differ: an editor doesn't empty a folder either. */
function restore(copy: CopiedOverlays): void {
  const original = path.join(OVERLAY_KNOWLEDGE, 'overlays');
  const spoilt = path.join(copy.folder, 'overlays');
  for (const file of readdirSync(spoilt, { recursive: true, encoding: 'utf8' }))
    if (!existsSync(path.join(original, file))) rmSync(path.join(spoilt, file), { recursive: true, force: true });
  for (const file of readdirSync(original, { recursive: true, encoding: 'utf8' })) {
    const [from, to] = [path.join(original, file), path.join(spoilt, file)];
    if (statSync(from).isDirectory()) mkdirSync(to, { recursive: true });
    else if (!existsSync(to) || !readFileSync(to).equals(readFileSync(from))) cpSync(from, to);
  }
}

/** People who go on asking until they are stopped; what each was answered: status, entries, versions. */
function talkOn(address: string): { stop: () => Promise<string[]> } {
  const answers: string[] = [];
  let going = true;
  const person = async () => {
    const talk = await begin(address);
    while (going) answers.push(await askOnce(address, talk));
  };
  const people = Array.from({ length: TALKERS }, person);
  return {
    async stop() {
      going = false;
      await Promise.all(people);
      return answers;
    },
  };
}

async function askOnce(address: string, talk: Talk): Promise<string> {
  const sent = await say(address, talk, QUESTION);
  const before = Number(String(sent.body.id).split('|').at(-1));
  let reply = '';
  await until('the answer is there', async () => {
    const { body } = await read(address, talk, String(before));
    const data = body.activities.find(
      (activity: { channelData?: object }) => activity.channelData && 'yaodian' in activity.channelData,
    );
    if (data)
      reply = JSON.stringify({
        status: sent.status,
        entries: data.channelData.yaodian.entries,
        versions: data.channelData.yaodian.versions,
      });
    return data !== undefined;
  });
  return reply;
}
