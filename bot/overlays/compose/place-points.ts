/**
 * Puts inserted points behind the ones they name. Several behind one keep their order; one may stand behind another
 * inserted one. A point whose place is gone goes to the end: what a region adds is never lost.
 */
import type { Point } from '../../knowledge/index.ts';

export interface Inserted {
  /** Id of the point that it follows. */
  readonly after: string;
  readonly point: Point;
}

export function placePoints(points: readonly Point[], inserted: readonly Inserted[]): Point[] {
  const followers = new Map<string, Point[]>();
  for (const { after, point } of inserted) followers.set(after, [...(followers.get(after) ?? []), point]);
  const placed: Point[] = [];
  const seen = new Set<Point>();
  const place = (point: Point): void => {
    if (seen.has(point)) return;
    seen.add(point);
    placed.push(point);
    const behind = followers.get(point.id) ?? [];
    followers.delete(point.id);
    for (const next of behind) place(next);
  };
  for (const point of points) place(point);
  const insertedIds = new Set(inserted.map(({ point }) => point.id));
  for (const { after, point } of inserted) if (!insertedIds.has(after)) place(point);
  for (const { point } of inserted) place(point);
  return placed;
}
