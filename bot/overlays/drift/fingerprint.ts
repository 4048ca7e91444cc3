/**
 * A fingerprint names the exact words that a local change was written for. Only words that people read go in:
 * the text in every language, its sources, its side and days. Order of keys and way of quoting make no difference.
 */
import { createHash } from 'node:crypto';
import type { Point, Text } from '../../knowledge/index.ts';
import type { KeptWords } from '../schema/overlay-files.ts';

/** What is kept beside a change and what its fingerprint is taken of. */
export type Was = KeptWords['was'];

export function wordsOfText(text: Text): Was {
  return { text: inOrder(text) };
}

export function wordsOfPoint(point: Point): Was {
  return {
    text: inOrder(point.text),
    ...(point.sources && point.sources.length > 0 ? { sources: [...point.sources] } : {}),
    ...(point.side ? { side: point.side } : {}),
    ...(point.from ? { from: point.from } : {}),
    ...(point.until ? { until: point.until } : {}),
  };
}

/** Twelve hex digits: with fewer than a million texts in the world of this edition, no two meet by chance. */
export function fingerprintOf(was: Was): string {
  const canonical = [
    was.text['zh-CN'],
    was.text['zh-Hant'] ?? '',
    was.text.en ?? '',
    ...(was.sources ?? []),
    '',
    was.side ?? '',
    was.from ?? '',
    was.until ?? '',
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 12);
}

function inOrder(text: Text): Text {
  return {
    'zh-CN': text['zh-CN'],
    ...(text['zh-Hant'] === undefined ? {} : { 'zh-Hant': text['zh-Hant'] }),
    ...(text.en === undefined ? {} : { en: text.en }),
  };
}
