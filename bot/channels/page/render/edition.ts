/** Which edition and which additions of places an answer comes from, in words: "全国版 2026.11 · 广东 3". */
import { regionName } from '../../../answers/index.ts';
import type { PageContext } from './page-context.ts';

/** @param versions `national 2026.11`, `national 2026.11 + guangdong 3` */
export function sayVersions(versions: readonly string[], { edition, say, settings }: PageContext): string {
  const parts = new Set(versions.flatMap((version) => version.split(' + ')));
  return [...parts]
    .map((part) => {
      const [id = '', version = ''] = part.split(' ');
      if (id === edition.manifest.id) return say('page:answer.edition', { version });
      return `${regionName(edition, id, settings.language)} ${version}`;
    })
    .join(' · ');
}
