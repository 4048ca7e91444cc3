/** Local entries: an id of the region's own, dated versions in order, references that lead somewhere. */
import { nearestName, type Problem } from '../../knowledge/index.ts';
import { dayAfter } from '../period.ts';
import type { Filed, OverlayFiles } from '../read/overlay-files.ts';
import { type Addition, POINT_LISTS } from '../schema/overlay-files.ts';
import type { CheckContext } from './check-context.ts';
import { checkDays } from './check-days.ts';

export function checkAdditions(files: OverlayFiles, context: CheckContext): Problem[] {
  const prefix = `${files.source.region.replace('/', '-')}-`;
  const known = new Set(context.base.allIds());
  const own = new Set(files.additions.map(({ value }) => value.id));
  const current = files.manifest.value.reviewedAgainst === context.edition.manifest.version;
  return files.additions.flatMap((filed) => {
    const { yaml, value } = filed;
    const problems: Problem[] = [];
    const name = yaml.file.split('/').at(-1) ?? '';
    if (name !== `${value.id}.yaml`) problems.push(yaml.problem('file-name', ['id'], { id: value.id, name }));
    if (!value.id.startsWith(prefix))
      problems.push(yaml.problem('overlay-id-prefix', ['id'], { id: value.id, prefix }));
    if (known.has(value.id)) problems.push(yaml.problem('duplicate-id', ['id'], { id: value.id }));
    const topics = context.edition.manifest.topics.map(({ id }) => id);
    if (!topics.includes(value.topic))
      problems.push(
        yaml.problem('unknown-topic', ['topic'], {
          id: value.topic,
          nearest: nearestName(value.topic, topics),
          known: topics.join(', '),
        }),
      );
    const isEntry = (id: string) => known.has(id) || own.has(id);
    // After the edition has moved on, an entry may be gone; answers leave such a link out.
    for (const [n, id] of (value.related ?? []).entries())
      if (!isEntry(id) && current)
        problems.push(yaml.problem('unknown-entry', ['related', n], { id, nearest: nearestName(id, known) }));
    for (const [n, { goes }] of (value.tests.misses ?? []).entries())
      if (goes !== 'none' && !isEntry(goes) && current)
        problems.push(
          yaml.problem('unknown-entry', ['tests', 'misses', n, 'goes'], {
            id: goes,
            nearest: nearestName(goes, known),
          }),
        );
    problems.push(...checkDays(yaml, [], { when: value.when }), ...checkVersions(filed), ...checkPoints(filed));
    return problems;
  });
}

function checkVersions({ yaml, value }: Filed<Addition>): Problem[] {
  const days = value.versions.flatMap((version, v) => checkDays(yaml, ['versions', v], version));
  if (days.length > 0) return days;
  return value.versions.slice(1).flatMap((version, index) => {
    const before = value.versions[index];
    if (!before) return [];
    if (before.until === undefined) return [yaml.problem('period-open', ['versions', index], { from: version.from })];
    const expected = dayAfter(before.until);
    if (version.from < expected)
      return [
        yaml.problem('period-overlap', ['versions', index + 1, 'from'], { from: version.from, until: before.until }),
      ];
    return version.from === expected
      ? []
      : [yaml.problem('period-gap', ['versions', index + 1, 'from'], { from: version.from, expected })];
  });
}

function checkPoints({ yaml, value }: Filed<Addition>): Problem[] {
  return value.versions.flatMap((version, v) => {
    const seen = new Set<string>();
    return POINT_LISTS.flatMap((list) =>
      (version[list] ?? []).flatMap((point, n) => {
        const path = ['versions', v, list, n] as const;
        const problems = checkDays(yaml, path, point);
        if (seen.has(point.id)) problems.push(yaml.problem('duplicate-point', [...path, 'id'], { id: point.id }));
        seen.add(point.id);
        return problems;
      }),
    );
  });
}
