/** Opens one region for a command: the edition, what lies below the overlay, and the overlay, drafts too. */
import { type Edition, KnowledgeError, loadEdition, nearestName, type Problem } from '../../knowledge/index.ts';
import {
  type Composition,
  createView,
  findOverlayRegions,
  gatherOverlay,
  isDay,
  type Layer,
  layOver,
  nationalComposition,
  nationalView,
  type OverlaySource,
  readOverlay,
  type View,
} from '../../overlays/index.ts';
import { type CommandInput, UsageError } from './command.ts';

export interface OpenRegion {
  readonly edition: Edition;
  readonly national: View;
  readonly base: Composition;
  readonly source: OverlaySource;
  /** Undefined when the overlay has an error. */
  readonly layer: Layer | undefined;
  readonly problems: readonly Problem[];
}

/** @throws UsageError when there is no such overlay, KnowledgeError when edition or province can't be read */
export function openRegion(
  { knowledgeDir }: Pick<CommandInput, 'knowledgeDir'>,
  region: string | undefined,
): OpenRegion {
  if (region === undefined) throw new UsageError('usage');
  const edition = loadEdition(knowledgeDir);
  const nation = nationalComposition(edition);
  const source = gatherOverlay(knowledgeDir, region);
  if (!source) {
    throw noSuchRegion(region, findOverlayRegions(knowledgeDir));
  }
  const [province = '', city] = region.split('/');
  const below = city === undefined ? undefined : gatherOverlay(knowledgeDir, province);
  const base = below ? layOver(nation, mustRead(readOverlay(below, nation))) : nation;
  return { edition, national: nationalView(edition), base, source, ...readOverlay(source, base) };
}

export interface SoundRegion extends OpenRegion {
  readonly layer: Layer;
  readonly composition: Composition;
  readonly viewOn: (day: string) => View;
}

/** Like `openRegion`, for commands that need the overlay to be without error. @throws KnowledgeError */
export function openSoundRegion(input: Pick<CommandInput, 'knowledgeDir'>, region: string | undefined): SoundRegion {
  const open = openRegion(input, region);
  const layer = mustRead(open);
  const composition = layOver(open.base, layer);
  return { ...open, layer, composition, viewOn: (day) => createView(open.national, composition, day) };
}

/** @param known regions that there are for the command */
export function noSuchRegion(region: string, known: readonly string[]): UsageError {
  const nearest = nearestName(region, known);
  const facts = { region, nearest, known: known.join(', ') };
  return new UsageError(nearest === '' ? 'noSuchRegionAtAll' : 'noSuchRegion', facts);
}

function mustRead({
  layer,
  problems,
}: {
  readonly layer: Layer | undefined;
  readonly problems: readonly Problem[];
}): Layer {
  if (!layer) throw new KnowledgeError(problems);
  return layer;
}

/** The day asked about, else today. @throws UsageError for what is no day */
export function dayAsked({ options, now }: CommandInput): string {
  const day = options['as-of'] ?? new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isDay(day)) throw new UsageError('badDay', { day });
  return day;
}
