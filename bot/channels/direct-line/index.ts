/** The local Direct Line 3.0. The only door of this folder. */
export { DirectLineAdapter } from './direct-line-adapter.ts';
export type { Accepted } from './live-talk.ts';
export { readClientActivity } from './read-activity.ts';
export { type DirectLineRoutes, mountDirectLine } from './routes.ts';
export { signingKey } from './signing-key.ts';
export { createStreams, type Streams } from './streams.ts';
export { createTalks, type Talks, type TalksOptions } from './talks.ts';
export { type Claims, createTokens, TOKEN_SECONDS, type Tokens } from './tokens.ts';
