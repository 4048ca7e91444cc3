/** No two entries may be asked for in the same words: the matcher could not tell them apart. */

import type { EditionFiles } from '../read/edition-files.ts';
import type { Problem } from '../read/problem.ts';

export function checkAsked(files: EditionFiles): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  for (const { yaml, kind, value } of files.asked) {
    for (const [voice, styles] of Object.entries(value.asked))
      for (const [style, texts] of Object.entries(styles))
        for (const [n, text] of (texts ?? []).entries()) {
          const key = sameWords(text);
          const first = owner.get(key);
          if (first === undefined) owner.set(key, `${kind}:${value.of}`);
          else if (first !== `${kind}:${value.of}`)
            problems.push(
              yaml.problem('same-asking', ['asked', voice, style, n], { text, first: first.replace(/^\w+:/, '') }),
            );
        }
  }
  return problems;
}

/** What makes two ways of asking the same: letters and digits, whatever the case, width or punctuation. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
