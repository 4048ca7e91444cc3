/** One overlay, from bytes to a checked layer. An overlay with an error gives no layer at all: never half of one. */
import type { Edition, Problem } from '../../knowledge/index.ts';
import { createContext } from '../check/check-context.ts';
import { checkOverlay } from '../check/check-overlay.ts';
import type { Composition } from '../compose/composition.ts';
import type { Layer } from '../layer.ts';
import { buildLayer } from './build-layer.ts';
import { readOverlayFiles } from './overlay-files.ts';
import type { OverlaySource } from './overlay-source.ts';

export interface OverlayReading {
  /** Undefined when there is an error. */
  readonly layer: Layer | undefined;
  readonly problems: readonly Problem[];
}

/**
 * @param base what it is laid on: `nationalComposition(edition)`, or that of the province for a city
 * @returns the layer and every problem; never throws for what a file says
 */
export function readOverlay(source: OverlaySource, base: Composition): OverlayReading {
  const edition: Edition = base.edition;
  const { files, problems: shape } = readOverlayFiles(source);
  const problems = files ? [...shape, ...checkOverlay(files, createContext(base))] : shape;
  const refused = problems.some(({ severity }) => severity === 'error');
  return { layer: files && !refused ? buildLayer(files, edition) : undefined, problems };
}
