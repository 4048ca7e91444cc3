/** National + province + city. The only door of this folder. */
export { compactLayer } from './compact-layer.ts';
export {
  type Composition,
  layOver,
  nationalComposition,
} from './compose/composition.ts';
export { createView, turningDays } from './compose/create-view.ts';
export type { DatedEntry, DatedOrigin } from './compose/dated-entry.ts';
export { type Acceptance, acceptEntry } from './drift/accept.ts';
export { type Accepted, acceptInText } from './drift/accept-text.ts';
export { fieldsOf } from './drift/fields-of.ts';
export { DRIFT_KINDS, type Drift, type DriftKind, findDrift } from './drift/find-drift.ts';
export { fingerprintOf } from './drift/fingerprint.ts';
export type { Layer, LocalChange, LocalDeletion, LocalEntry } from './layer.ts';
export { isDay } from './period.ts';
export { readOverlayFiles } from './read/overlay-files.ts';
export {
  createSource,
  findOverlayRegions,
  gatherOverlay,
  type OverlaySource,
  OWN_FOLDERS,
} from './read/overlay-source.ts';
export { type OverlayReading, readOverlay } from './read/read-overlay.ts';
export { overlayJsonSchemas } from './schema/json-schemas.ts';
export { POINT_LISTS } from './schema/overlay-files.ts';
export { type ComposedEntry, nationalView, type Origin, type View, type ViewLayer } from './view.ts';
