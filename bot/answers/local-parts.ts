/**
 * What places add to an answer, each province and city under its own name: someone in a city is told what the province
 * says and what the city says, and can tell which is whose.
 */
import { holdsOn, type Point, type Side, type Speaker } from '../knowledge/index.ts';
import { POINT_LISTS, type View } from '../overlays/index.ts';
import type { Answer, LocalPart, LocalVersion, SaidPoint } from './answer.ts';

/** How a point of a region is said. */
export type SayPoint = (point: Point, region: string) => SaidPoint;

/** With one place, its words already stand in the answer; they are gathered here by who says them as well. */
export function localOfOne(
  view: View,
  said: Pick<Answer, 'points' | 'exceptions' | 'steps'>,
  speaker: Speaker,
): LocalPart[] {
  return partsOf(view, 'any', [...said.points, ...said.exceptions, ...said.steps], speaker);
}

/** What one end of a move says of its own side. */
export function localOfEnd(
  view: View | undefined,
  side: 'origin' | 'destination',
  entry: string,
  sayPoint: SayPoint,
  speaker: Speaker,
): LocalPart[] {
  const composed = view?.compose(entry);
  const version = composed?.entry.versions.find((candidate) => holdsOn(candidate, speaker.day));
  if (!view || !composed || !version) return [];
  const speaksHere = (of: Side | undefined) => of === undefined || of === 'any' || of === side;
  const points = POINT_LISTS.flatMap((list) =>
    (version[list] ?? []).flatMap((point) => {
      const region = composed.origins.get(`${list}.${point.id}`)?.region;
      const isSaid = region !== undefined && speaksHere(point.side) && holdsOn(point, speaker.day);
      return isSaid ? [sayPoint(point, region)] : [];
    }),
  );
  const worded = composed.origins.get('short')?.region;
  const short: SaidPoint[] =
    worded === undefined ? [] : [{ id: 'short', text: speaker.say(version.short), sources: [], region: worded }];
  return partsOf(view, side, [...short, ...points], speaker);
}

/** One part for each overlay of the view that says something, province first. */
function partsOf(view: View, side: LocalPart['side'], said: readonly SaidPoint[], speaker: Speaker): LocalPart[] {
  return view.layers.flatMap(({ region, name }) => {
    const points = said.filter((point) => point.region === region);
    return points.length > 0 ? [{ region, name: speaker.say(name), side, points }] : [];
  });
}

/** The overlays of one or two ends, each once. */
export function overlaysOf(views: readonly View[], speaker: Speaker): LocalVersion[] {
  const layers = views.flatMap((view) => view.layers);
  return [...new Map(layers.map((layer) => [layer.region, layer])).values()].map(({ region, name, version }) => ({
    region,
    name: speaker.say(name),
    version,
  }));
}
