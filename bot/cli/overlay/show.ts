/** `show REGION [ENTRY] [--as-of DAY]`: what people there are told that day, and where each line comes from. */
import { createSpeaker, nearestName } from '../../knowledge/index.ts';
import type { Origin } from '../../overlays/index.ts';
import { type CommandInput, type OverlayCommand, UsageError } from './command.ts';
import { linesOf } from './line-origins.ts';
import { dayAsked, openSoundRegion } from './open-region.ts';

export const show: OverlayCommand = async (input) => {
  const { say, print, knowledgeDir, language, operands } = input;
  const [region, wanted] = operands;
  const open = openSoundRegion(input, region);
  const day = dayAsked(input);
  const view = open.viewOn(day);
  const speaker = createSpeaker(open.edition, language, day);
  const ids = wanted === undefined ? touchedIds(view.ids(), open.composition.touches) : [wanted];
  if (wanted !== undefined && !view.ids().includes(wanted) && !view.hidden.has(wanted)) {
    const known = [...open.composition.allIds()];
    if (!known.includes(wanted))
      throw new UsageError('noSuchEntry', { entry: wanted, nearest: nearestName(wanted, known) });
  }
  print(say('show.head', { region: view.region ?? '', version: view.version, day }));
  for (const id of ids) {
    const composed = view.compose(id);
    const lines = composed && linesOf(composed, open.edition.entries.get(id), knowledgeDir, day);
    print(`\n${id}`);
    if (view.hidden.has(id)) print(`  ${say('show.hidden')}`);
    else if (!lines) print(`  ${say('show.nothing', { day })}`);
    for (const line of lines ?? []) {
      print(`  ${line.path}: ${speaker.say(line.text)}`);
      print(`      ${sayOrigin(line.origin, say)}`);
    }
  }
  if (wanted === undefined) for (const id of view.hidden) print(`\n${id}\n  ${say('show.hidden')}`);
  return 0;
};

function touchedIds(ids: readonly string[], touches: (id: string) => boolean): string[] {
  return ids.filter(touches);
}

export function sayOrigin(origin: Origin | undefined, say: CommandInput['say']): string {
  const place = origin?.file ? `${origin.file}:${origin.line ?? 1}` : '';
  const by = [origin?.who, origin?.when].filter(Boolean).join(' ');
  const level = say(`level.${origin?.level ?? 'national'}`, { region: origin?.region ?? '' });
  return [`[${level}]`, place, by].filter(Boolean).join(' ');
}
