/** The cases for programs. The only door of this folder. */
export { type CasesApiOptions, mountCasesApi } from './routes.ts';
