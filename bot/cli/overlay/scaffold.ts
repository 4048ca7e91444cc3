/** `new REGION [--city NAME]`: a folder with commented files that are valid as they stand and change nothing yet. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadEdition, nearestName } from '../../knowledge/index.ts';
import { type OverlayCommand, UsageError } from './command.ts';

export const scaffold: OverlayCommand = async (input) => {
  const { operands, options, knowledgeDir, say, print } = input;
  const [region] = operands;
  if (region === undefined) throw new UsageError('usage');
  const edition = loadEdition(knowledgeDir);
  const [provinceId = '', city] = region.split('/');
  const province = edition.regions.get(provinceId);
  if (!province) {
    const nearest = nearestName(provinceId, edition.regions.keys());
    throw new UsageError('noSuchRegion', {
      region: provinceId,
      nearest,
      known: [...edition.regions.keys()].join(', '),
    });
  }
  if ((city === undefined) !== (options.city === undefined)) throw new UsageError('usageCity');
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

function comment(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}
