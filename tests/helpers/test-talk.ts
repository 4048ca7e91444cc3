/** A talk with the real bot on the real edition, turn by turn, without a network: what each message is answered with. */
import { type Activity, ActivityTypes, ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import {
  type Note,
  type NoteKeeper,
  type Reminder,
  YaodianBot,
  type YaodianData,
} from '../../bot/conversation/index.ts';
import type { KnowledgeService } from '../../bot/service/index.ts';
import type { Wording } from '../../bot/wording/index.ts';
import { createMemoryReminders, type MemoryReminders } from './memory-reminders.ts';

export interface Answered {
  readonly text: string;
  readonly activities: readonly Partial<Activity>[];
  /** Of the last message of the turn. */
  readonly data: YaodianData;
  readonly titles: readonly string[];
}

export interface TestTalk {
  readonly say: (message: string) => Promise<Answered>;
  readonly join: (locale?: string) => Promise<Answered>;
  readonly notes: readonly Note[];
  readonly reminders: MemoryReminders;
  /** What the bot says of its own accord when a reminder is due. */
  readonly beReminded: (reminder: Reminder) => Promise<Answered>;
  /** Turns the clock. @param day YYYY-MM-DD */
  readonly setToday: (day: string) => void;
  /** Everything kept of the talk, as JSON. */
  readonly kept: () => string;
}

export interface TestTalkOptions {
  readonly service: KnowledgeService;
  readonly wording: Wording;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Default: one that draws no cards, so that the text is the whole answer. */
  readonly channel?: string;
}

export function startTalk({ service, wording, today, channel = 'sms' }: TestTalkOptions): TestTalk {
  const notes: Note[] = [];
  const keeper: NoteKeeper = { keep: async (note) => void notes.push(note) };
  const memory: Record<string, string> = {};
  const conversationState = new ConversationState(new MemoryStorage(memory));
  let day = today;
  const now = () => new Date(`${day}T10:00:00+08:00`);
  const reminders = createMemoryReminders();
  const bot = new YaodianBot({ service, wording, keeper, reminders, conversationState, now });
  const adapter = new TestAdapter((turn) => bot.run(turn), { channelId: channel, locale: 'zh-CN' });

  const send = (activity: Partial<Activity>): Promise<Answered> =>
    answeredBy(activity, () => adapter.receiveActivity(activity));

  const answeredBy = async (activity: Partial<Activity>, act: () => Promise<void>): Promise<Answered> => {
    adapter.activeQueue.splice(0);
    await act();
    const activities = adapter.activeQueue.filter((sent) => sent.type === ActivityTypes.Message);
    const last = activities.at(-1);
    const data = (last?.channelData as { yaodian?: YaodianData } | undefined)?.yaodian;
    if (!last || !data) throw new Error(`no reply to ${JSON.stringify(activity)}`);
    return {
      text: activities.map((sent) => sent.text ?? '').join('\n\n'),
      activities,
      data,
      titles: (last.suggestedActions?.actions ?? []).map((action) => action.title),
    };
  };
  return {
    notes,
    reminders,
    setToday: (next) => {
      day = next;
    },
    kept: () => JSON.stringify(memory),
    beReminded: (reminder) => {
      const event = { type: ActivityTypes.Event, channelId: channel };
      return answeredBy(event, () => adapter.processActivity(event, (turn) => bot.remind(turn, reminder)));
    },
    say: (message) => send({ type: ActivityTypes.Message, text: message, channelId: channel }),
    join: (locale = 'zh-CN') =>
      send({
        type: ActivityTypes.ConversationUpdate,
        channelId: channel,
        locale,
        membersAdded: [{ id: 'someone', name: 'someone' }],
        recipient: { id: 'bot', name: 'bot' },
      }),
  };
}
