/** `new REGION [--city NAME]`: a folder with commented files that are valid as they stand and change nothing yet. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadEdition, nearestName, type Region } from '../../knowledge/index.ts';
import { OWN_FOLDERS } from '../../overlays/index.ts';
import { type OverlayCommand, UsageError } from './command.ts';
import { noSuchRegion } from './open-region.ts';

export const scaffold: OverlayCommand = async (input) => {
  const { operands, options, knowledgeDir, say, print } = input;
  const [region] = operands;
  if (region === undefined) throw new UsageError('usage');
  const edition = loadEdition(knowledgeDir);
  const [provinceId = '', city] = region.split('/');
  const province = edition.regions.get(provinceId);
  if (!province) throw noSuchRegion(provinceId, [...edition.regions.keys()]);
  // Also what leads out of the folder, and names that a province keeps for itself.
  if ((city === undefined) !== (options.city === undefined) || !isRegionName(region)) throw new UsageError('usageCity');
  if (options.city !== undefined) mustBeCity(province, options.city);
  const folder = path.join(knowledgeDir, 'overlays', region);
  if (existsSync(path.join(folder, 'overlay.yaml'))) throw new UsageError('exists', { region });

  const name = options.city === undefined ? province.zh_hans.full : `${province.zh_hans.full}${options.city}`;
  const english = city === undefined ? province.en : `${city}, ${province.en}`;
  const up = '../'.repeat(region.split('/').length + 1);
  const write = (file: string, lines: readonly string[]) => {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, `${lines.join('\n')}\n`);
    print(path.relative(process.cwd(), at));
  };
  write('overlay.yaml', [
    `# yaml-language-server: $schema=${up}schema/overlay.schema.json`,
    ...comment(say('new.overlay', { name })),
    `region: ${region}`,
    ...(options.city === undefined ? [] : [`city: ${options.city}`]),
    'maintainer:',
    `  unit: { zh-CN: ${JSON.stringify(say('new.unit', { name }))}, en: ${JSON.stringify(english)} }`,
    `reviewedAgainst: ${JSON.stringify(edition.manifest.version)}`,
    'version: 1',
    'status: draft',
  ]);
  write('deletions.yaml', [
    `# yaml-language-server: $schema=${up}schema/overlay-deletions.schema.json`,
    ...comment(say('new.deletions', { region })),
    'deletions: []',
  ]);
  write('additions/README.md', [say('new.additions', { prefix: `${region.replace('/', '-')}-` })]);
  write('refinements/README.md', [say('new.refinements', { region })]);
  print(say('new.next', { region }));
  return 0;
};

function isRegionName(region: string): boolean {
  const [, city] = region.split('/');
  return /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(region) && !(OWN_FOLDERS as readonly (string | undefined)[]).includes(city);
}

/** @throws UsageError for a city that the province has none of */
function mustBeCity({ id, cities }: Region, city: string): void {
  if (cities.some(({ name, short }) => name === city || short === city)) return;
  const known = cities.map(({ short }) => short);
  throw new UsageError('noSuchCity', { region: id, city, nearest: nearestName(city, known), known: known.join('、') });
}

function comment(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}
