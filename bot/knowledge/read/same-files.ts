/** Whether files are the same as at an earlier reading. What was taken over from it is the very same object. */
import type { EditionFiles } from './edition-files.ts';

type Part = EditionFiles[keyof EditionFiles];

export function areSameFiles(now: Part, before: Part): boolean {
  const was = valuesOf(before);
  const is = valuesOf(now);
  return is.length === was.length && is.every((value, n) => value === was[n]);
}

function valuesOf(files: Part): readonly unknown[] {
  return [files].flat().map(({ value }) => value);
}
