/** Health of the process. The only door of this folder. */
export { type HealthOptions, mountHealth } from './health-routes.ts';
