/**
 * A case as a dialog: it asks until nothing is missing and then stays, so that an answer can still be changed. Whatever is
 * not for it is an ordinary turn; after that its question stands again.
 */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { askAgain, type CaseBegin, continueCase, openCase } from '../case/case-flow.ts';
import { limitsAhead } from '../case/case-reply.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseMeans, CaseMove } from '../case/case-step.ts';
import { reminderKeptReply } from '../reminders.ts';
import type { Places, Reply, Talk, TurnResult } from '../talk.ts';
import { deskOf, type TurnDesk } from './turn-desk.ts';

/** What of a talk leaves a case behind: after these nobody wants its question again. */
const LEAVES: readonly Reply['decision'][] = ['welcome', 'menu', 'handoff', 'complaint'];

export class CaseDialog extends Dialog<CaseBegin> {
  override async beginDialog(dialog: DialogContext, begin?: CaseBegin): Promise<DialogTurnResult> {
    if (!begin) throw new Error('A case begins with its kind.');
    const desk = deskOf(dialog.context);
    return await this.#take(dialog, desk, await openCase(desk.turn(), begin, meansOf(desk)));
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    return await this.#take(
      dialog,
      desk,
      await continueCase(desk.turn(), stateOf(dialog), desk.message, meansOf(desk)),
    );
  }

  /** Back from a dialog that came in between: why an answer was no use, a question for staff. */
  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    const reply = askAgain(desk.turn(), stateOf(dialog), []);
    if (reply) await speak(desk, reply);
    return Dialog.EndOfTurn;
  }

  async #take(dialog: DialogContext, desk: TurnDesk, move: CaseMove): Promise<DialogTurnResult> {
    switch (move.move) {
      case 'goes-on': {
        keepState(dialog, move.state);
        desk.remember(remembered(desk.turn().talk, move.state, desk.message));
        await speak(desk, move.reply);
        if (move.workedOut)
          await desk.keep([
            { kind: 'outcome', outcome: 'case', ...(move.state.entry ? { entry: move.state.entry } : {}) },
          ]);
        return Dialog.EndOfTurn;
      }
      case 'ends':
        await speak(desk, move.reply);
        return await dialog.endDialog();
      case 'remind': {
        const limits = limitsAhead(desk.turn(), move.state);
        if (limits.length > 0) await desk.remind(limits);
        await speak(desk, reminderKeptReply(desk.turn(), limits));
        return Dialog.EndOfTurn;
      }
      case 'not-mine':
        return await this.#interrupted(dialog, desk, desk.takeOrdinaryTurn());
    }
  }

  /** The ordinary turn, and the question again below it, in one message: the last buttons belong to the question. */
  async #interrupted(dialog: DialogContext, desk: TurnDesk, result: TurnResult): Promise<DialogTurnResult> {
    const { reply, begin } = result;
    desk.remember(result.talk);
    await desk.finish(result);
    if (begin?.dialog === 'case') {
      const { dialog: name, ...about } = begin;
      return await dialog.replaceDialog(name, about);
    }
    if (begin) {
      const { dialog: name, ...about } = begin;
      return await dialog.beginDialog(name, about);
    }
    if (!reply) return Dialog.EndOfTurn;
    if (LEAVES.includes(reply.decision)) {
      await speak(desk, reply);
      return await dialog.endDialog();
    }
    const again = askAgain(desk.turn(), stateOf(dialog), reply.bubbles);
    await speak(desk, again ? { ...again, decision: reply.decision, entries: reply.entries } : reply);
    return Dialog.EndOfTurn;
  }
}

async function speak(desk: TurnDesk, reply: Reply): Promise<void> {
  desk.remember({ ...desk.turn().talk, options: reply.options });
  await desk.speak(reply);
}

function meansOf(desk: TurnDesk): CaseMeans {
  return { reminders: desk.canRemind };
}

function stateOf(dialog: DialogContext): CaseState {
  const state: { readonly case?: CaseState } | undefined = dialog.activeDialog?.state;
  if (!state?.case) throw new Error('A case is gone on with that was never begun.');
  return state.case;
}

function keepState(dialog: DialogContext, state: CaseState): void {
  if (dialog.activeDialog) dialog.activeDialog.state = { case: state };
}

/** Places and the person are known from now on, in the talk and to the next case. */
function remembered(talk: Talk, { kind, facts, entry }: CaseState, message: string): Talk {
  const { hukou, from, to, sex, birth, post } = facts;
  const places: Places = {
    ...talk.places,
    ...(typeof hukou === 'string' ? { hukou } : {}),
    ...(kind === 'transfer' && typeof from === 'string' ? { from } : {}),
    ...(kind === 'transfer' && to !== undefined ? { to } : {}),
  };
  const person = { ...talk.person, ...(sex ? { sex } : {}), ...(birth ? { birth } : {}), ...(post ? { post } : {}) };
  const question = talk.last?.entry === entry ? talk.last?.question : message;
  return { ...talk, places, person, ...(entry === undefined ? {} : { last: { entry, question: question ?? '' } }) };
}
