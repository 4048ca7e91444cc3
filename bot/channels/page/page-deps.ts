/** What the page needs of the rest: knowledge, words, and talks that it can post to and read. */
import type { Activity } from 'botbuilder';
import type { KnowledgeService } from '../../service/index.ts';
import type { Wording } from '../../wording/index.ts';

/** A talk as the page sees it: the local Direct Line, called in-process. */
export interface PageTalks {
  /** @returns the token that opens the new talk; it goes into the person's cookie */
  readonly start: (locale: string) => Promise<string>;
  /** @returns a fresh token for the same talk, undefined when the token opens none (expired, forged, forgotten) */
  readonly open: (token: string) => Promise<OpenTalk | undefined>;
}

export interface OpenTalk {
  /** To be kept instead of the one it was opened with: expiry moves on while a person talks. */
  readonly token: string;
  /** Posts a message and resolves when the bot has answered it. @throws TalkRefused */
  readonly say: (message: SaidMessage) => Promise<void>;
  /** @returns activities after the watermark, in order */
  readonly read: (after: number) => Promise<TalkPart>;
}

export interface SaidMessage {
  readonly text: string;
  readonly locale: string;
  /** Chosen by the client; the same message sent twice is answered once. */
  readonly id: string;
  /** Settings of the page that the person needn't see as a message. */
  readonly quiet?: boolean;
}

export interface TalkPart {
  readonly activities: readonly Partial<Activity>[];
  readonly watermark: number;
}

/** The talk takes no more for the moment, or not this message. */
export class TalkRefused extends Error {
  readonly reason: 'too-many' | 'too-large';

  constructor(reason: TalkRefused['reason'], options?: ErrorOptions) {
    super(`The talk refused a message: ${reason}`, options);
    this.name = 'TalkRefused';
    this.reason = reason;
  }
}

export interface PageDeps {
  readonly service: KnowledgeService;
  readonly wording: Wording;
  readonly talks: PageTalks;
  readonly now: () => Date;
  /** Entries by how often they were asked lately, most first; absent while nothing is counted. */
  readonly mostAsked?: () => Promise<readonly string[]>;
}
