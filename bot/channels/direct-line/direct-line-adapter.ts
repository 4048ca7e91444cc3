/** botbuilder's side of the local Direct Line: what the bot sends goes into the conversation it is about. */
import {
  type Activity,
  ActivityEx,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';

/** Where the bot's activities go. */
export interface Outlet {
  /** @returns the id it got */
  readonly say: (conversation: string, activity: Partial<Activity>) => Promise<string>;
  /** Shown to whoever is there, not kept. */
  readonly show: (conversation: string, activity: Partial<Activity>) => Promise<void>;
  readonly replace: (conversation: string, id: string, activity: Partial<Activity>) => Promise<void>;
  /** Runs a turn when the turns before it are done. */
  readonly inTurn: (conversation: string, turn: () => Promise<void>) => Promise<void>;
}

type Logic = (context: TurnContext) => Promise<void>;

export class DirectLineAdapter extends BotAdapter {
  readonly #outlet: Outlet;

  constructor(outlet: Outlet) {
    super();
    this.#outlet = outlet;
  }

  /** One turn of the bot on an activity. Errors go to onTurnError. */
  async runTurn(activity: Partial<Activity>, logic: Logic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: (await this.#send(context, activity)) ?? '' });
    return responses;
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? '';
    await this.#outlet.replace(conversationOf(context, activity), id, activity);
    return { id };
  }

  /** Direct Line has no word for taking something back; the client gets the same id with nothing in it. */
  override async deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    const { activityId = '' } = reference;
    await this.#outlet.replace(conversationOf(context, reference), activityId, {
      type: ActivityTypes.MessageDelete,
      from: context.activity.recipient,
    });
  }

  /** For messages that the bot sends of its own accord. Not to be awaited inside a turn of the same conversation. */
  override async continueConversation(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    await this.#outlet.inTurn(reference.conversation?.id ?? '', async () => {
      await this.runTurn(ActivityEx.getContinuationActivity(reference), logic);
    });
  }

  /** The newer form of the same; the id of the app means nothing here. */
  override async continueConversationAsync(
    _app: unknown,
    reference: Partial<ConversationReference>,
    audienceOrLogic: string | Logic,
    logic?: Logic,
  ): Promise<void> {
    const turn = typeof audienceOrLogic === 'function' ? audienceOrLogic : logic;
    if (turn === undefined) throw new TypeError('continueConversationAsync needs something to run');
    await this.continueConversation(reference, turn);
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string | undefined> {
    const conversation = conversationOf(context, activity);
    switch (activity.type) {
      case ActivityTypes.Typing:
        await this.#outlet.show(conversation, activity);
        return undefined;
      case 'delay':
        await new Promise((done) => setTimeout(done, Number(activity.value) || 0));
        return undefined;
      // Meant for the Emulator, and for invokes, which this channel does not take.
      case ActivityTypes.Trace:
      case ActivityTypes.InvokeResponse:
        return undefined;
      default:
        return await this.#outlet.say(conversation, activity);
    }
  }
}

function conversationOf(context: TurnContext, about: { conversation?: { id: string } }): string {
  return about.conversation?.id ?? context.activity.conversation.id;
}
