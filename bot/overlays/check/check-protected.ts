/** National policy stands above every overlay; the message cites what the letter demands. */
import type { Edition, KeyPath, Problem, YamlFile } from '../../knowledge/index.ts';

export function checkProtected(yaml: YamlFile, path: KeyPath, id: string, edition: Edition): Problem {
  const { number, demand } = edition.manifest.letter;
  return yaml.problem('overlay-protected', path, {
    id,
    letter: number,
    demand: demand['zh-CN'],
    demandEn: demand.en ?? demand['zh-CN'],
  });
}
