/** `status`: each overlay, what is served of it, how far it has drifted, and what is wrong with its files. */
import { loadEdition } from '../../knowledge/index.ts';
import { nationalComposition } from '../../overlays/index.ts';
import { createLastGoodStore, loadOverlays } from '../../service/index.ts';
import type { OverlayCommand } from './command.ts';

export const status: OverlayCommand = async ({ knowledgeDir, dataDir, now, say, sayProblem, print }) => {
  const edition = loadEdition(knowledgeDir);
  const { read } = createLastGoodStore(dataDir);
  // Looking must not change what the service falls back to.
  const lastGood = { read, write: () => {}, remove: () => {} };
  const overlays = await loadOverlays({ knowledgeDir, lastGood, now: () => now }, nationalComposition(edition));
  print(say('status.head', { edition: edition.manifest.version, count: overlays.size }));
  for (const { region, state, layer, drifted, problems } of overlays.values()) {
    const facts = {
      region,
      state: say(`state.${state}`),
      version: layer ? String(layer.manifest.version) : '–',
      status: layer ? say(`maturity.${layer.manifest.status}`) : '–',
      reviewed: layer?.manifest.reviewedAgainst ?? '–',
      additions: layer?.additions.size ?? 0,
      deletions: layer?.deletions.length ?? 0,
      refinements: layer?.refinements.size ?? 0,
    };
    print(say('status.line', facts));
    if (drifted > 0) print(say('status.drift', { region, drifted }));
    for (const problem of problems) print(sayProblem(problem).replace(/^/gm, '    '));
  }
  return [...overlays.values()].some(({ problems }) => problems.length > 0) ? 1 : 0;
};
