/** National policy stands above every overlay; the message cites what the letter demands. */
import type { Edition, KeyPath, Problem, YamlFile } from '../../knowledge/index.ts';

export function checkProtected(yaml: YamlFile, path: KeyPath, id: string, edition: Edition): Problem {
  const { number, demand } = edition.manifest.letter;
  return yaml.problem('overlay-protected', path, {
    id,
    letter: number,
    // As the edition cites it, in each of its languages: whoever reads the message, the letter's own words are there.
    demand: [demand['zh-CN'], demand.en].filter(Boolean).join(' / '),
  });
}
