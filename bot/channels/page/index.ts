/** The pages people look at. The only door of this folder. */
export { mountPage } from './mount-page.ts';
export type { PageDeps } from './page-deps.ts';
