/** After 👎: asks what was wrong and keeps it with the entry, the version and the masked question. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Option } from '../talk.ts';
import { deskOf } from './turn-desk.ts';

interface About {
  readonly entry?: string;
  readonly question?: string;
}

export class ReasonDialog extends Dialog<About> {
  override async beginDialog(dialog: DialogContext, about: About = {}): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    const { say, language, tools, talk } = desk.turn();
    Object.assign(dialog.activeDialog?.state ?? {}, about);
    // A reason is chosen by its number or title; it is kept as text, so no command is needed for it.
    const options: Option[] = tools.wording
      .list(language, 'chat:feedback.reasons')
      .map((title) => ({ title, command: { do: 'cancel' } }));
    desk.remember({ ...talk, options });
    await desk.speak({
      decision: 'feedback',
      entries: [],
      bubbles: [{ kind: 'text', text: say('chat:feedback.why') }],
      options,
    });
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const desk = deskOf(dialog.context);
    const { say, talk } = desk.turn();
    const about = (dialog.activeDialog?.state ?? {}) as About;
    const chosen = /^\d$/.test(desk.message.trim()) ? talk.options[Number(desk.message) - 1]?.title : undefined;
    await desk.keep([
      {
        kind: 'rating',
        good: false,
        reason: chosen ?? desk.message,
        ...(about.entry ? { entry: about.entry } : {}),
        ...(about.question ? { question: about.question } : {}),
      },
    ]);
    desk.remember({ ...talk, options: [] });
    await desk.speak({
      decision: 'feedback',
      entries: [],
      bubbles: [{ kind: 'text', text: say('chat:feedback.kept') }],
      options: [],
    });
    return dialog.endDialog();
  }
}
