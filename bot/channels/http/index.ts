/** What all HTTP channels share. The only door of this folder. */
export { type ChannelLog, errorFacts, logRequest } from './access-log.ts';
export {
  addressForLimits,
  clientAddress,
  isFromThisMachine,
  isLoopbackName,
  leadsToThisMachine,
} from './client-address.ts';
export { type ChannelLimits, MOST_BODY_BYTES } from './limits.ts';
export {
  HTTP_PROBLEMS,
  HttpProblem,
  type HttpProblemCode,
  languageOf,
  problemBody,
  sendProblem,
  tooMany,
} from './problem.ts';
export { createRateLimit, type RateLimit } from './rate-limit.ts';
export { bodyHandlers } from './read-body.ts';
export { contentSecurityPolicy, setSecurityHeaders } from './security-headers.ts';
