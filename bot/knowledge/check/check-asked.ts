/** No two entries may be asked for in the same words: the matcher could not tell them apart. */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';
import type { KeyPath } from '../read/yaml-file.ts';
import type { AskedFile } from '../schema/edition-files.ts';

export function checkAsked(files: EditionFiles): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  for (const { yaml, kind, value } of files.asked) {
    const own = `${kind}:${value.of}`;
    for (const [n, words] of wordsOf(value).entries()) {
      const first = owner.get(words);
      if (first === undefined) owner.set(words, own);
      else if (first !== own) {
        const { path, text } = listTexts(value)[n] ?? { path: ['asked'], text: words };
        problems.push(yaml.problem('same-asking', path, { text, first: first.replace(/^\w+:/, '') }));
      }
    }
  }
  return problems;
}

function listTexts({ asked }: AskedFile): { path: KeyPath; text: string }[] {
  return Object.entries(asked).flatMap(([voice, styles]) =>
    Object.entries(styles).flatMap(([style, texts]) =>
      (texts ?? []).map((text, n) => ({ path: ['asked', voice, style, n], text })),
    ),
  );
}

/** By what was read of a file, which is the very same object while its bytes are the same: one file has changed, a hundred have not. */
const kept = new WeakMap<AskedFile, readonly string[]>();

function wordsOf(file: AskedFile): readonly string[] {
  const known = kept.get(file);
  if (known) return known;
  const words = listTexts(file).map(({ text }) => sameWords(text));
  kept.set(file, words);
  return words;
}

/** What makes two ways of asking the same: letters and digits, whatever the case, width or punctuation. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
