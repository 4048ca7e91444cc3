/** Plain text by voice → lines with their target, voice and style. What can't be read is reported, never guessed. */
import { type AskedKind, INTENTS, type Style } from '../../bot/knowledge/index.ts';

export interface Written {
  readonly kind: AskedKind;
  readonly of: string;
  readonly voice: string;
  readonly style: Style;
  readonly text: string;
}

const STYLE_OF_LETTER: Readonly<Record<string, Style>> = {
  p: 'plain',
  s: 'situation',
  v: 'voice',
  k: 'keyword',
  f: 'staff',
  t: 'typo',
  e: 'english',
  y: 'pinyin',
  h: 'traditional',
};

/** @param name the file's name, `voice-part.txt` */
export function readPlainAsked(name: string, content: string): { lines: Written[]; problems: string[] } {
  const voice = /^[a-z]+/.exec(name)?.[0] ?? 'unknown';
  const lines: Written[] = [];
  const problems: string[] = [];
  let target: Pick<Written, 'kind' | 'of'> | undefined;
  for (const [n, raw] of content.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const heading = /^#\s*(\S+)/.exec(line)?.[1];
    if (heading !== undefined) {
      target = targetOf(heading);
      continue;
    }
    const said = /^([a-z])\s*[|｜]\s*(.+)$/.exec(line);
    const style = STYLE_OF_LETTER[said?.[1] ?? ''];
    const text = said?.[2]?.trim();
    if (!target || !style || !text) problems.push(`${name}:${n + 1} is neither a heading nor "style| text": ${line}`);
    else lines.push({ ...target, voice, style, text });
  }
  return { lines, problems };
}

function targetOf(heading: string): Pick<Written, 'kind' | 'of'> {
  if (heading.startsWith('not-ours:')) return { kind: 'neighbour', of: heading.slice('not-ours:'.length) };
  if ((INTENTS as readonly string[]).includes(heading)) return { kind: 'intent', of: heading };
  return { kind: 'entry', of: heading };
}
