/** Reminders on their way: looked for at the start and every minute, sent through the right channel, given up in the end. */
import type { TurnContext } from 'botbuilder';
import { sendDue, startReminders } from '../../../bot/channels/reminders/index.ts';
import type { Reminder } from '../../../bot/conversation/index.ts';
import { createMemoryReminders } from '../../helpers/memory-reminders.ts';

const DUE_AT = '2026-11-28T01:00:00.000Z';

function reminder(channelId: string, at = DUE_AT): Reminder {
  return {
    id: `${channelId}#2`,
    at,
    due: '2026-11-27',
    stage: 2,
    language: 'zh-CN',
    conversation: { channelId, conversation: { id: 'talk', isGroup: false, conversationType: '', name: '' } },
  };
}

/** A day with a clock to turn; `sent` tells through which channel what went out. */
function givenReminders(...reminders: Reminder[]) {
  const keeper = createMemoryReminders();
  let now = new Date(DUE_AT);
  const sent: string[] = [];
  const logged: string[] = [];
  let failing = false;
  const options = {
    keeper,
    now: () => now,
    log: {
      info: (_facts: object, words: string) => logged.push(words),
      warn: (_facts: object, words: string) => logged.push(words),
      error: (_facts: object, words: string) => logged.push(words),
    },
    send: async (_context: TurnContext, { id }: Reminder) => {
      sent.push(id);
    },
    adapterOf: (channel: string) =>
      channel === 'gone'
        ? undefined
        : async (_reference: unknown, logic: (context: TurnContext) => Promise<void>) => {
            if (failing) throw new Error('the channel is away');
            await logic({} as TurnContext);
          },
  };
  return {
    keeper,
    options,
    sent,
    logged,
    ready: keeper.add(reminders),
    setNow: (iso: string) => {
      now = new Date(iso);
    },
    setFailing: (next: boolean) => {
      failing = next;
    },
  };
}

it('sends what is due, and once', async () => {
  const given = givenReminders(reminder('directline'), reminder('msteams', '2026-12-19T01:00:00.000Z'));
  await given.ready;
  expect(await sendDue(given.options)).toBe(1);
  expect(await sendDue(given.options)).toBe(0);
  expect(given.sent).toEqual(['directline#2']);
  expect(given.keeper.all().map(({ id }) => id)).toEqual(['msteams#2']);
});

it('keeps what could not be sent, and goes on with the others', async () => {
  const given = givenReminders(reminder('directline'));
  await given.ready;
  given.setFailing(true);
  expect(await sendDue(given.options)).toBe(0);
  expect(given.keeper.all()).toHaveLength(1);
  expect(given.logged).toEqual(['a reminder could not be sent']);
});

it('gives up what is of no use any more, and what no channel is left for', async () => {
  const given = givenReminders(reminder('directline', '2026-11-01T01:00:00.000Z'), reminder('gone'));
  await given.ready;
  expect(await sendDue(given.options)).toBe(0);
  expect(given.sent).toEqual([]);
  expect(given.keeper.all()).toEqual([]);
});

it('looks at the start and whenever a minute is over, until it is ended', async () => {
  const given = givenReminders(reminder('directline'), reminder('emulator', '2026-11-29T01:00:00.000Z'));
  await given.ready;
  let minuteIsOver = () => {};
  let ended = false;
  const end = startReminders({
    ...given.options,
    everyMinute: (run) => {
      minuteIsOver = run;
      return () => {
        ended = true;
      };
    },
  });
  await settled();
  expect(given.sent).toEqual(['directline#2']);
  given.setNow('2026-11-29T01:00:30.000Z');
  minuteIsOver();
  await settled();
  expect(given.sent).toEqual(['directline#2', 'emulator#2']);
  end();
  expect(ended).toBe(true);
});

/** Everything that was begun has come to its end. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
