/** What a person is told when a turn fails: words, and nothing of what failed. */
import type { TurnContext } from 'botbuilder';
import type { Wording } from '../../wording/index.ts';
import { type ChannelLog, errorFacts, languageOf } from '../http/index.ts';

/** For an adapter's onTurnError. */
export function createTurnErrorHandler(wording: Wording, log: ChannelLog) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    log.error({ channel: context.activity.channelId, ...errorFacts(error) }, 'turn failed');
    try {
      await context.sendActivity({
        type: 'message',
        text: wording.in(languageOf(context.activity.locale))('http:turnFailed'),
        channelData: { yaodian: { decision: 'failed', entries: [] } },
      });
    } catch (sendError) {
      log.error({ channel: context.activity.channelId, ...errorFacts(sendError) }, 'the apology could not be sent');
    }
  };
}
