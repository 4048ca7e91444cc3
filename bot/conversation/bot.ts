/**
 * The bot: a Bot Framework ActivityHandler around the pure turn. It masks, loads and saves state, shows that it is
 * typing, runs dialogs and sends. What is said is decided in take-turn.ts.
 */
import {
  ActivityHandler,
  ActivityTypes,
  TurnContext as BotTurn,
  type ConversationReference,
  type ConversationState,
  type StatePropertyAccessor,
} from 'botbuilder';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { LANGUAGES, type Language } from '../knowledge/index.ts';
import type { KnowledgeService } from '../service/index.ts';
import type { Wording } from '../wording/index.ts';
import { dayInChina } from './day-in-china.ts';
import { CaseDialog } from './dialogs/case-dialog.ts';
import { LeaveQuestionDialog } from './dialogs/leave-question-dialog.ts';
import { ReasonDialog } from './dialogs/reason-dialog.ts';
import { layDesk, type TurnDesk } from './dialogs/turn-desk.ts';
import { conversationKey, type NoteKeeper, type Reminder, type ReminderKeeper } from './ports.ts';
import { reminderDueReply, remindersOf } from './reminders.ts';
import { welcomeReply } from './reply/menu-reply.ts';
import { toActivity } from './reply/to-activity.ts';
import { takeTurn } from './take-turn.ts';
import { EMPTY_TALK, type Note, type Reply, type Talk } from './talk.ts';
import { createTurnContext, type TalkTools, type TurnContext } from './turn-context.ts';
import { maskPersonalData } from './understand/mask-personal-data.ts';
import { createCommandReader } from './understand/read-command.ts';

export interface BotParts {
  readonly service: KnowledgeService;
  readonly wording: Wording;
  readonly keeper: NoteKeeper;
  /** Without it no reminders are offered. */
  readonly reminders?: ReminderKeeper;
  readonly conversationState: ConversationState;
  readonly now: () => Date;
}

/** Messages beyond this are cut before anything reads them: no question is longer, and work grows with length. */
const LONGEST_MESSAGE = 2000;

const REASON = 'reason';
const LEAVE = 'leave';
const CASE = 'case';

export class YaodianBot extends ActivityHandler {
  readonly #parts: BotParts;
  readonly #talk: StatePropertyAccessor<Talk>;
  readonly #dialogs: DialogSet;
  readonly #tools: TalkTools;

  constructor(parts: BotParts) {
    super();
    this.#parts = parts;
    this.#talk = parts.conversationState.createProperty<Talk>('talk');
    this.#dialogs = new DialogSet(parts.conversationState.createProperty<DialogState>('dialogs'));
    this.#dialogs.add(new ReasonDialog(REASON)).add(new LeaveQuestionDialog(LEAVE)).add(new CaseDialog(CASE));
    this.#tools = { wording: parts.wording, readCommand: createCommandReader(parts.wording) };
    this.onMembersAdded(async (bot, next) => {
      const { recipient, membersAdded } = bot.activity;
      if (membersAdded?.some((member) => member.id !== recipient.id)) await this.#welcome(bot);
      await next();
    });
    this.onMessage(async (bot, next) => {
      await this.#hear(bot);
      await next();
    });
  }

  override async run(bot: BotTurn): Promise<void> {
    await super.run(bot);
    await this.#parts.conversationState.saveChanges(bot);
  }

  /** Sends a reminder: the logic of a turn that the bot begins itself (`continueConversation`). */
  async remind(bot: BotTurn, reminder: Reminder): Promise<void> {
    const talk = await this.#recall(bot);
    const turn = this.#turn(talk, reminder.language);
    const reply = reminderDueReply(turn, reminder);
    // What was asked before stays open: its buttons stay, and stopping is one more.
    await this.#talk.set(bot, { ...talk, options: [...talk.options, ...reply.options] });
    await bot.sendActivity(toActivity(turn, { ...reply, unnumbered: true }, bot.activity.channelId));
    await this.#parts.conversationState.saveChanges(bot);
  }

  async #welcome(bot: BotTurn): Promise<void> {
    const talk = await this.#recall(bot);
    const turn = this.#turn(talk, languageOf(bot.activity.locale));
    const reply = welcomeReply(turn);
    await this.#talk.set(bot, { ...talk, options: reply.options });
    await bot.sendActivity(toActivity(turn, reply, bot.activity.channelId));
  }

  async #hear(bot: BotTurn): Promise<void> {
    await bot.sendActivity({ type: ActivityTypes.Typing });
    const masked = maskPersonalData((bot.activity.text ?? '').slice(0, LONGEST_MESSAGE));
    const desk = this.#layDesk(bot, masked.text, await this.#recall(bot));
    if (masked.found.length > 0) {
      const text = desk.turn().say('chat:personal.told');
      await bot.sendActivity({
        type: ActivityTypes.Message,
        text,
        channelData: { yaodian: { decision: 'setting', entries: [] } },
      });
    }
    const dialog = await this.#dialogs.createContext(bot);
    if (await this.#dialogGoesOn(dialog, desk)) return;

    const result = desk.takeOrdinaryTurn();
    desk.remember(result.talk);
    if (result.reply) await desk.speak(result.reply);
    await desk.finish(result);
    if (result.begin) {
      const { dialog: name, ...about } = result.begin;
      await dialog.beginDialog(name, about);
    }
  }

  /** A running dialog takes the message, unless it is a command: those work everywhere. A case knows them itself. */
  async #dialogGoesOn(dialog: DialogContext, desk: TurnDesk): Promise<boolean> {
    if (!dialog.activeDialog) return false;
    if (dialog.activeDialog.id === CASE) {
      await dialog.continueDialog();
      return true;
    }
    const { talk } = desk.turn();
    const command = this.#tools.readCommand(desk.message, { ...talk, options: [] });
    const interrupts = command !== undefined;
    const ends = command?.do === 'restart' || command?.do === 'menu' || command?.do === 'person';
    if (interrupts || ends) {
      await dialog.cancelAllDialogs();
      return false;
    }
    await dialog.continueDialog();
    return true;
  }

  #layDesk(bot: BotTurn, message: string, before: Talk): TurnDesk {
    let talk = before;
    const language = talk.chosenLanguage ?? talk.lastLanguage ?? languageOf(bot.activity.locale);
    const turn = () => this.#turn(talk, talk.chosenLanguage ?? talk.lastLanguage ?? language);
    const desk: TurnDesk = {
      message,
      turn,
      remember: (next) => {
        talk = next;
        void this.#talk.set(bot, next);
      },
      speak: async (reply: Reply) => {
        await bot.sendActivity(toActivity(turn(), reply, bot.activity.channelId));
      },
      keep: (notes) => this.#keep(bot, turn(), notes),
      takeOrdinaryTurn: () => {
        const { snapshot, today } = turn();
        return takeTurn({ message, talk, snapshot, today, tools: this.#tools });
      },
      finish: async (result) => {
        await this.#keep(bot, turn(), result.notes);
        if (result.stopReminders) await this.#parts.reminders?.stop(conversationKey(referenceOf(bot)));
      },
      canRemind: this.#parts.reminders !== undefined,
      remind: async (limits) => {
        await this.#parts.reminders?.add(remindersOf(turn(), limits, referenceOf(bot)));
      },
    };
    layDesk(bot, desk);
    return desk;
  }

  #turn(talk: Talk, language: Language): TurnContext {
    return createTurnContext(
      this.#parts.service.snapshot(),
      talk,
      language,
      dayInChina(this.#parts.now()),
      this.#tools,
    );
  }

  async #keep(bot: BotTurn, turn: TurnContext, notes: readonly Note[]): Promise<void> {
    const about = {
      at: this.#parts.now(),
      channel: bot.activity.channelId ?? '',
      edition: turn.snapshot.national.version,
      language: turn.language,
      region: turn.talk.places.work,
    };
    for (const note of notes) await this.#parts.keeper.keep(note, about);
  }

  async #recall(bot: BotTurn): Promise<Talk> {
    return (await this.#talk.get(bot, EMPTY_TALK)) ?? EMPTY_TALK;
  }
}

/** Where a later message goes. The id of one activity is of no use then. */
function referenceOf(bot: BotTurn): Partial<ConversationReference> {
  const { activityId: _one, ...reference } = BotTurn.getConversationReference(bot.activity);
  return reference;
}

function languageOf(locale: string | undefined): Language {
  if (/^zh-(hant|tw|hk|mo)/i.test(locale ?? '')) return 'zh-Hant';
  return LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language.slice(0, 2))) ?? 'zh-CN';
}
