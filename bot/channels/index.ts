/** HTTP: every way in. The only door of this folder. */
export type { BotCredentials } from './bot-framework/index.ts';
export { type Claims, signingKey, type Talks, type Tokens } from './direct-line/index.ts';
export { type ChannelLimits, type ChannelLog, errorFacts, HttpProblem, languageOf } from './http/index.ts';
export { mountPage } from './page/index.ts';
export { type PageParts, type RunningServer, type ServerOptions, startServer } from './server.ts';
export type { Bot } from './turns/index.ts';
