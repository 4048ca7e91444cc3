/** `check [REGION]`: every problem of every overlay, at its place. */
import { loadEdition } from '../../knowledge/index.ts';
import { findOverlayRegions, gatherOverlay, layOver, nationalComposition, readOverlay } from '../../overlays/index.ts';
import type { OverlayCommand } from './command.ts';

export const check: OverlayCommand = async ({ operands, knowledgeDir, say, sayProblem, print }) => {
  const nation = nationalComposition(loadEdition(knowledgeDir));
  const compositions = new Map([['', nation]]);
  let errors = 0;
  let count = 0;
  for (const region of findOverlayRegions(knowledgeDir)) {
    const [province = '', city] = region.split('/');
    const base = (city === undefined ? undefined : compositions.get(province)) ?? nation;
    const source = gatherOverlay(knowledgeDir, region);
    if (!source) continue;
    const { layer, problems } = readOverlay(source, base);
    if (layer) compositions.set(region, layOver(base, layer));
    if (operands[0] !== undefined && operands[0] !== region) continue;
    count += 1;
    errors += problems.length;
    for (const problem of problems) print(`${sayProblem(problem)}\n`);
  }
  print(errors === 0 ? say('check.clean', { count }) : say('check.found', { count, errors }));
  return errors === 0 ? 0 : 1;
};
