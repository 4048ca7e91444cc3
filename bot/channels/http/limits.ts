/** How much one address, one conversation, one process may ask for. Values come from the settings. */

export interface ChannelLimits {
  /**
   * Requests a minute from one address. Generous, because the workers of a whole plant, or of a mobile network, may
   * come from one address.
   */
  readonly requestsPerMinute: number;
  /** Conversations begun a minute from one address. */
  readonly conversationsPerMinute: number;
  /** Messages a minute in one conversation. */
  readonly messagesPerMinute: number;
  /** Open WebSocket streams in all. */
  readonly openStreams: number;
}

/** A message is a few hundred bytes; an Adaptive Card's answer a few thousand. */
export const MOST_BODY_BYTES = 64 * 1024;
