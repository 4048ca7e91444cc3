/** Takes down a question for staff: the next message is the question, kept masked under a ticket. */
import { randomInt } from 'node:crypto';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { hotline } from '../turn-context.ts';
import { deskOf } from './turn-desk.ts';

/** Long enough not to be guessed by chance in a day, short enough to be read out on the phone. */
const TICKET_DIGITS = 6;

export class LeaveQuestionDialog extends Dialog {
  override async beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    const { say, talk } = desk.turn();
    const options = [{ title: say('chat:option.cancel'), command: { do: 'cancel' } as const }];
    desk.remember({ ...talk, options });
    await desk.speak({
      decision: 'left',
      entries: [],
      bubbles: [{ kind: 'text', text: say('chat:leave.ask') }],
      options,
    });
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    const turn = desk.turn();
    const ticket = String(randomInt(10 ** (TICKET_DIGITS - 1), 10 ** TICKET_DIGITS));
    await desk.keep([{ kind: 'left-question', question: desk.message, ticket }]);
    desk.remember({ ...turn.talk, options: [] });
    const text = turn.say('chat:leave.kept', { ticket, hotline: hotline(turn) });
    await desk.speak({ decision: 'left', entries: [], bubbles: [{ kind: 'text', text }], options: [] });
    return dialog.endDialog();
  }
}
