/**
 * What a dialog finds on its turn: who is talking, how to speak, where to keep notes. Put on the Bot Framework turn
 * by the bot, taken from it by every dialog; nothing of it outlives the turn.
 */
import type { TurnContext as BotTurn } from 'botbuilder';
import type { Limit } from '../reminders.ts';
import type { Note, Reply, Talk, TurnResult } from '../talk.ts';
import type { TurnContext } from '../turn-context.ts';

export interface TurnDesk {
  /** The message, masked. */
  readonly message: string;
  /** The turn as it stands; `remember` replaces the talk in it. */
  readonly turn: () => TurnContext;
  readonly remember: (talk: Talk) => void;
  readonly speak: (reply: Reply) => Promise<void>;
  readonly keep: (notes: readonly Note[]) => Promise<void>;
  /** The message taken as if no dialog ran; `finish` does what it wants done beside speaking. */
  readonly takeOrdinaryTurn: () => TurnResult;
  readonly finish: (result: TurnResult) => Promise<void>;
  /** Whether reminders can be kept. */
  readonly canRemind: boolean;
  readonly remind: (limits: readonly Limit[]) => Promise<void>;
}

const KEY = Symbol('turn-desk');

export function layDesk(bot: BotTurn, desk: TurnDesk): void {
  bot.turnState.set(KEY, desk);
}

/** @throws when a dialog runs outside a turn of the bot, which is a programmer's mistake */
export function deskOf(bot: BotTurn): TurnDesk {
  const desk: unknown = bot.turnState.get(KEY);
  if (!isDesk(desk)) throw new Error('A dialog ran without layDesk(): begin dialogs from YaodianBot only.');
  return desk;
}

function isDesk(value: unknown): value is TurnDesk {
  return typeof value === 'object' && value !== null && 'speak' in value && 'turn' in value;
}
