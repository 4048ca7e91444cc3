/**
 * POST /api/messages: the Bot Framework's way in, for Azure Bot Service with credentials and for the Emulator without.
 * Without credentials nothing is signed, and a reply goes to whatever address the activity names; so only programs on
 * this machine may send, and replies only go to this machine.
 */
import type { Request, Response, Server } from 'restify';
import { HttpProblem, isFromThisMachine, isLoopbackName, leadsToThisMachine } from '../http/index.ts';
import type { Bot, TurnQueue } from '../turns/index.ts';
import { CheckedCloudAdapter } from './checked-cloud-adapter.ts';
import { readIncomingActivity } from './read-activity.ts';

/** As Azure names them. */
export interface BotCredentials {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
  readonly MicrosoftAppType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
}

export interface BotFrameworkOptions {
  readonly bot: Bot;
  readonly queue: TurnQueue;
  /** Without them only this machine may send. */
  readonly credentials: BotCredentials | undefined;
  readonly onTurnError: CheckedCloudAdapter['onTurnError'];
}

/** @returns the adapter, for messages that the bot sends of its own accord */
export function mountBotFramework(server: Server, options: BotFrameworkOptions): CheckedCloudAdapter {
  const { bot, queue, credentials } = options;
  const adapter = new CheckedCloudAdapter({ ...credentials }, options.onTurnError);

  server.post('/api/messages', async (request: Request, response: Response) => {
    if (credentials === undefined) checkCaller(request);
    const activity = readIncomingActivity(request.body);
    if (credentials === undefined) checkServiceUrl(activity.serviceUrl);
    const { authorization = '' } = request.headers;
    const place = `${activity.channelId}/${activity.conversation.id}`;
    // Only what is signed gets as far as the queue of its conversation.
    const answer = await adapter.take(authorization, activity, (context) => queue.run(place, () => bot.run(context)));
    if (answer?.body === undefined) response.send(answer?.status ?? 200);
    else response.json(answer.status, answer.body);
  });
  return adapter;
}

/** A page that a person on this machine looks at could send too; its requests carry its own host or origin. */
function checkCaller(request: Request): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const { origin } = request.headers;
  const local =
    isFromThisMachine(request) && isLoopbackName(host) && (origin === undefined || leadsToThisMachine(origin));
  if (!local) throw new HttpProblem('only-from-this-machine');
}

function checkServiceUrl(url: string | undefined): void {
  if (url !== undefined && !leadsToThisMachine(url)) throw new HttpProblem('service-url-not-local');
}
