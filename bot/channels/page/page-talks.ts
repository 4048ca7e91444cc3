/**
 * Talks as the page sees them: the local Direct Line, called in-process. What is said on the page is kept, answered
 * after a crash and limited exactly as what any other Direct Line client says.
 */
import type { Activity } from 'botbuilder';
import type { Claims, Talks, Tokens } from '../direct-line/index.ts';
import { readClientActivity } from '../direct-line/index.ts';
import { HttpProblem } from '../http/index.ts';

export interface SaidMessage {
  readonly text: string;
  readonly locale: string;
  /** Chosen by the client; the same message sent twice is answered once. */
  readonly id: string;
  /** A setting of the page that the person needn't see as a message. */
  readonly quiet?: boolean;
}

export interface OpenTalk {
  /** To be kept instead of the one it was opened with: its expiry moves on while a person talks. */
  readonly token: string;
  /** Resolves when the bot has answered. @throws HttpProblem too-many-requests or too-large */
  readonly say: (message: SaidMessage) => Promise<void>;
  /** Everything said in the talk, in order; an activity's place in it is its watermark. */
  readonly read: () => Promise<readonly Partial<Activity>[]>;
}

export interface PageTalks {
  /** A new talk. The page itself says hello, so the bot isn't asked to. */
  readonly start: () => OpenTalk;
  /** @returns undefined when the token opens no talk: expired, forged, or from another server */
  readonly open: (token: string) => OpenTalk | undefined;
}

export function createPageTalks(talks: Talks, tokens: Tokens): PageTalks {
  function openTalk(claims: Claims): OpenTalk {
    return {
      token: tokens.issue(claims).token,
      async say({ text, locale, id, quiet = false }) {
        const channelData = { clientActivityID: id, ...(quiet ? { quiet } : {}) };
        const { answered } = await talks.post(
          claims,
          readClientActivity({ type: 'message', text, locale, textFormat: 'plain', channelData }),
        );
        await answered;
      },
      async read() {
        const all: Partial<Activity>[] = [];
        for (;;) {
          const more = await talks.since(claims, all.length);
          if (more.length === 0) return all;
          all.push(...more.map(({ activity }) => activity));
        }
      },
    };
  }

  return {
    start: () => openTalk(tokens.newClaims()),
    open(token) {
      try {
        const { conversation, user } = tokens.read(token);
        return openTalk({ conversation, user });
      } catch (error) {
        if (error instanceof HttpProblem) return undefined;
        throw error;
      }
    },
  };
}
