/** One consistent snapshot a turn. The only door of this folder. */
export { createKnowledgeService, type KnowledgeService, type ServiceOptions, type ServiceStatus } from './create-service.ts';
export type { Snapshot } from './snapshot.ts';
