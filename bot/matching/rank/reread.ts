/**
 * Fuse.js over the few nearest ways of asking: letter by letter, forgiving what the features cannot see (a shape alike,
 * a letter too many). Over all ways it would be a linear scan (docs/evaluation.md); over eight it costs microseconds.
 */
import Fuse from 'fuse.js';
import { FUSE } from '../settings.ts';

/** @returns closeness 0…1 for each text, 0 where Fuse.js finds nothing */
export function reread(message: string, texts: readonly string[]): number[] {
  const closeness = texts.map(() => 0);
  if (message === '') return closeness;
  const found = new Fuse(texts, FUSE.options).search(message.slice(0, FUSE.letters));
  for (const { refIndex, score } of found) closeness[refIndex] = 1 - (score ?? 1);
  return closeness;
}
