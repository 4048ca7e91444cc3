/** Long talks as scripts (tests/conversation/talks/*.yaml): when they write …, then the answer holds …. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createKnowledgeService, type KnowledgeService } from '../../bot/service/index.ts';
import { createWording, type Wording } from '../../bot/wording/index.ts';
import { type Answered, startTalk } from '../helpers/test-talk.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const Step = z.strictObject({
  /** What the person writes; `join` for someone who just opened the talk. */
  say: z.string(),
  decision: z.string().optional(),
  /** The entries of the reply, exactly and in order. */
  entries: texts.optional(),
  /** One of these is answered first. */
  oneOf: texts.optional(),
  contains: texts.optional(),
  lacks: texts.optional(),
  /** Buttons that must be there. */
  options: texts.optional(),
  province: z.string().nullable().optional(),
  hukou: z.string().nullable().optional(),
  asOf: z.string().optional(),
  language: z.string().optional(),
});

const Talk = z.strictObject({
  title: z.string(),
  today: z.string().default('2026-11-23'),
  locale: z.string().default('zh-CN'),
  talk: z.array(Step).min(1),
});

const FOLDER = path.resolve(import.meta.dirname, 'talks');
const talks = readdirSync(FOLDER).map((name) => Talk.parse(parse(readFileSync(path.join(FOLDER, name), 'utf8'))));

describe('A talk', () => {
  let service: KnowledgeService;
  let wording: Wording;
  beforeAll(async () => {
    wording = await createWording('locales');
    service = await createKnowledgeService({
      knowledgeDir: 'knowledge',
      dataDir: '',
      now: () => new Date(),
      watch: false,
    });
  });
  afterAll(() => service.close());

  it.each(talks)('$title', async ({ today, locale, talk }) => {
    const person = startTalk({ service, wording, today });
    for (const step of talk) {
      const answered = step.say === 'join' ? await person.join(locale) : await person.say(step.say);
      expect(seen(step, answered)).toEqual(wanted(step, answered));
    }
  });
});

type Step = z.infer<typeof Step>;

/** What the reply shows of what the step asks for, so that a failure shows only that, with the message it belongs to. */
function seen(step: Step, { data, text, titles }: Answered) {
  return {
    say: step.say,
    ...(step.decision === undefined ? {} : { decision: data.decision }),
    ...(step.entries === undefined ? {} : { entries: data.entries }),
    ...(step.oneOf === undefined ? {} : { first: data.entries[0] }),
    ...(step.province === undefined ? {} : { province: data.province ?? null }),
    ...(step.hukou === undefined ? {} : { hukou: data.hukou ?? null }),
    ...(step.asOf === undefined ? {} : { asOf: data.asOf }),
    ...(step.language === undefined ? {} : { language: data.language }),
    missing: (step.contains ?? []).filter((words) => !text.includes(words)),
    unwanted: (step.lacks ?? []).filter((words) => text.includes(words)),
    missingOptions: (step.options ?? []).filter((title) => !titles.includes(title)),
    textWhenWrong: text,
  };
}

function wanted(step: Step, { data, text }: Answered) {
  const first = data.entries[0];
  return {
    say: step.say,
    ...(step.decision === undefined ? {} : { decision: step.decision }),
    ...(step.entries === undefined ? {} : { entries: step.entries }),
    ...(step.oneOf === undefined
      ? {}
      : { first: first !== undefined && step.oneOf.includes(first) ? first : step.oneOf }),
    ...(step.province === undefined ? {} : { province: step.province }),
    ...(step.hukou === undefined ? {} : { hukou: step.hukou }),
    ...(step.asOf === undefined ? {} : { asOf: step.asOf }),
    ...(step.language === undefined ? {} : { language: step.language }),
    missing: [],
    unwanted: [],
    missingOptions: [],
    textWhenWrong: text,
  };
}
