/** What the page needs of the rest of the server. */
import type { KnowledgeService } from '../../service/index.ts';
import type { Store } from '../../store/index.ts';
import type { Wording } from '../../wording/index.ts';
import type { Talks, Tokens } from '../direct-line/index.ts';
import type { ChannelLimits, ChannelLog } from '../http/index.ts';

export interface PageDeps {
  readonly service: KnowledgeService;
  readonly wording: Wording;
  readonly talks: Talks;
  readonly tokens: Tokens;
  /** Its counts say what people ask most. */
  readonly store: Pick<Store, 'outcomeCounts'>;
  readonly limits: Pick<ChannelLimits, 'conversationsPerMinute'>;
  readonly trustedProxies: number;
  readonly log: ChannelLog;
  readonly now: () => Date;
}
