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
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import { HttpProblem } from '../http/index.ts';

export class CheckedCloudAdapter extends CloudAdapter {
  constructor(options: ConfigurationBotFrameworkAuthenticationOptions, onTurnError: CloudAdapter['onTurnError']) {
    super(new ConfigurationBotFrameworkAuthentication(options));
    this.onTurnError = onTurnError;
  }

  /**
   * Checks the signature and runs the turn.
   * @param authorization the Authorization header, '' without one
   * @returns what to answer: replies if the activity expects them there
   * @throws HttpProblem not-signed
   */
  async take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    try {
      return await this.processActivity(authorization, activity, logic);
    } catch (error) {
      if (error instanceof Error && 'statusCode' in error && error.statusCode === StatusCodes.UNAUTHORIZED)
        throw new HttpProblem('not-signed');
      throw error;
    }
  }
}
