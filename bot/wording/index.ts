/** Words for people, by key and language. The only door of this folder. */
export { createWording, type Say, type Wording } from './create-wording.ts';
export { sayProblem } from './say-problem.ts';
