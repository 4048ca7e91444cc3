/** One consistent snapshot a turn. The only door of this folder. */
export {
  createKnowledgeService,
  type KnowledgeService,
  type RegionStatus,
  type ServiceEvent,
  type ServiceOptions,
  type ServiceStatus,
} from './create-service.ts';
export { createSnapshot } from './create-snapshot.ts';
export { createLastGoodStore, type LastGoodStore } from './last-good.ts';
export {
  type LoadedOverlay,
  loadOverlay,
  loadOverlays,
  type OverlayLoader,
  type OverlayState,
} from './load-overlays.ts';
export { RELOAD_TIMING, type ReloadTiming } from './reload-timing.ts';
export type { Snapshot } from './snapshot.ts';
