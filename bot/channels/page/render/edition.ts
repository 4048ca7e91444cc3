/** Which edition and which additions of places an answer comes from, in words: "全国版 2026.11 · 广东 3 · 深圳 1". */
import type { Answer } from '../../../answers/index.ts';
import type { PageContext } from './page-context.ts';

/** The edition is that of the answer, which may be older than today's: `national 2026.11`. */
export function sayVersions(
  { versions, overlays }: Pick<Answer, 'versions' | 'overlays'>,
  { say }: PageContext,
): string {
  const [, version = ''] = versions[0]?.split(' ') ?? [];
  return [say('page:answer.edition', { version }), ...overlays.map((one) => `${one.name} ${one.version}`)].join(' · ');
}
