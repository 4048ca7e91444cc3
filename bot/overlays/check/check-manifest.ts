/** overlay.yaml: the folder's region, a city of that province, an edition that exists. */
import { nearestName, type Problem } from '../../knowledge/index.ts';
import { findCity } from '../read/build-layer.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import type { CheckContext } from './check-context.ts';
import { checkDays } from './check-days.ts';

export function checkManifest(files: OverlayFiles, { edition }: CheckContext): Problem[] {
  const { yaml, value } = files.manifest;
  const folder = files.source.region;
  const [provinceId = '', cityId] = folder.split('/');
  const problems: Problem[] = [...checkDays(yaml, [], value)];
  if (value.region !== folder)
    problems.push(yaml.problem('overlay-region', ['region'], { folder, region: value.region }));
  const province = edition.regions.get(provinceId);
  if (!province) {
    const nearest = nearestName(provinceId, edition.regions.keys());
    problems.push(yaml.problem('overlay-unknown-region', ['region'], { id: provinceId, nearest }));
  } else if (cityId === undefined && value.city !== undefined) {
    problems.push(yaml.problem('overlay-not-a-city', ['city'], { region: folder }));
  } else if (cityId !== undefined && !findCity(edition, folder, value)) {
    const city = value.city ?? '';
    const elsewhere = [...edition.regions.values()].find(({ cities }) =>
      cities.some(({ name, short }) => name === city || short === city),
    );
    const names = province.cities.map(({ short }) => short);
    problems.push(
      yaml.problem('overlay-city', ['city'], {
        city,
        region: provinceId,
        elsewhere: elsewhere?.id ?? '–',
        nearest: nearestName(city, names),
        known: names.join('、') || '–',
      }),
    );
  }
  if (isLater(value.reviewedAgainst, edition.manifest.version))
    problems.push(
      yaml.problem('overlay-version', ['reviewedAgainst'], {
        version: value.reviewedAgainst,
        current: edition.manifest.version,
      }),
    );
  return problems;
}

/** Versions are numbers between dots: 2026.11.10 comes after 2026.11.9. */
function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  for (let n = 0; n < 3; n++) {
    const difference = (a?.[n] ?? 0) - (b?.[n] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
