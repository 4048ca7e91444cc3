/** The Bot Framework's way in. The only door of this folder. */
export { type BotCredentials, type BotFrameworkOptions, mountBotFramework } from './routes.ts';
