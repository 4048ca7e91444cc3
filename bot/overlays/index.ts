/** National + province + city. The only door of this folder. */
export { type ComposedEntry, nationalView, type Origin, type View } from './view.ts';
