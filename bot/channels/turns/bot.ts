/** What the channels know of the bot: botbuilder's ActivityHandler has this shape. */
import type { TurnContext } from 'botbuilder';

export interface Bot {
  readonly run: (context: TurnContext) => Promise<void>;
}
