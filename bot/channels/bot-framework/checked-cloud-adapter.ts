/**
 * CloudAdapter without its HTTP half, which answers in plain text, writes errors to the console and gives their
 * messages away. What stays is what matters: signatures, connectors, turns.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { HttpProblem } from '../http/index.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Signed = Awaited<ReturnType<Authentication['authenticateRequest']>>;

export class CheckedCloudAdapter extends CloudAdapter {
  readonly #authentication: Authentication;

  constructor(options: ConfigurationBotFrameworkAuthenticationOptions, onTurnError: CloudAdapter['onTurnError']) {
    const authentication = new ConfigurationBotFrameworkAuthentication(options);
    super(authentication);
    this.#authentication = authentication;
    this.onTurnError = onTurnError;
  }

  /**
   * Checks the signature and runs the turn.
   * @param authorization the Authorization header, '' without one
   * @returns what to answer: replies if the activity expects them there
   * @throws HttpProblem not-signed, or not-checked when Microsoft's keys can't be had
   */
  async take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return await this.processActivity(await this.#check(authorization, activity), activity, logic);
  }

  async #check(authorization: string, activity: Activity): Promise<Signed> {
    try {
      return await this.#authentication.authenticateRequest(activity, authorization);
    } catch (error) {
      const isRefused = error instanceof Error && 'statusCode' in error;
      throw new HttpProblem(isRefused ? 'not-signed' : 'not-checked');
    }
  }
}
