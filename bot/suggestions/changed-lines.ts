/**
 * The lines that differ between two texts, as in a patch. Adding a way of asking changes one place, so what both have
 * in common at the start and at the end is all that has to be found; no diff library is needed for that.
 */

/** @returns lines beginning with '-' or '+', with `around` unchanged ones (beginning with a blank) on either side */
export function changedLines(before: string, after: string, around = 2): string[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start === old.length && start === now.length) return [];
  const tail = now.length - end;
  return [
    `@@ ${start + 1} @@`,
    ...now.slice(Math.max(0, start - around), start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, tail).map((line) => `+${line}`),
    ...now.slice(tail, tail + around).map((line) => ` ${line}`),
  ];
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
