/** A failure of the disk, told like a problem of a file: whoever runs the service reads one kind of message. */
import type { Problem } from '../knowledge/index.ts';

export function unreadable(file: string, error: unknown): Problem {
  const what = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable', severity: 'error', file, line: 1, column: 1, excerpt: '', facts: { what } };
}
