/** `check [REGION]`: every problem of every overlay, at its place. */
import { loadEdition } from '../../knowledge/index.ts';
import { findOverlayRegions, gatherOverlay, layOver, nationalComposition, readOverlay } from '../../overlays/index.ts';
import type { OverlayCommand } from './command.ts';
import { noSuchRegion } from './open-region.ts';

export const check: OverlayCommand = async ({ operands, knowledgeDir, say, sayProblem, print }) => {
  const nation = nationalComposition(loadEdition(knowledgeDir));
  const compositions = new Map([['', nation]]);
  let errors = 0;
  let count = 0;
  const regions = findOverlayRegions(knowledgeDir);
  const [wanted] = operands;
  if (wanted !== undefined && !regions.includes(wanted)) throw noSuchRegion(wanted, regions);
  for (const region of regions) {
    const [province = '', city] = region.split('/');
    const base = (city === undefined ? undefined : compositions.get(province)) ?? nation;
    const source = gatherOverlay(knowledgeDir, region);
    if (!source) continue;
    const { layer, problems } = readOverlay(source, base);
    if (layer) compositions.set(region, layOver(base, layer));
    if (wanted !== undefined && wanted !== region) continue;
    count += 1;
    errors += problems.length;
    for (const problem of problems) print(`${sayProblem(problem)}\n`);
  }
  print(errors === 0 ? say('check.clean', { count }) : say('check.found', { count, errors }));
  return errors === 0 ? 0 : 1;
};
