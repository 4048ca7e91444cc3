/** `diff REGION`: what is different there from what it is laid on, old and new words under each other. */
import { createSpeaker, type Entry, holdsOn } from '../../knowledge/index.ts';
import { createView } from '../../overlays/index.ts';
import type { OverlayCommand } from './command.ts';
import { linesOf } from './line-origins.ts';
import { dayAsked, openSoundRegion } from './open-region.ts';
import { sayOrigin } from './show.ts';

export const diff: OverlayCommand = async (input) => {
  const { say, print, knowledgeDir, language, operands } = input;
  const open = openSoundRegion(input, operands[0]);
  const day = dayAsked(input);
  const view = open.viewOn(day);
  const speaker = createSpeaker(open.edition, language, day);
  const below = (id: string): Entry | undefined => open.base.dated(id)?.entry;
  print(say('diff.head', { region: view.region ?? '', version: view.version, day }));
  let differences = 0;
  const tell = (line: string) => {
    differences += 1;
    print(line);
  };

  for (const { entry, variant, period, reason, origin } of open.layer.deletions) {
    if (!holdsOn(period, day) || (variant === undefined && !view.hidden.has(entry))) continue;
    tell(
      `- ${entry}${variant === undefined ? '' : ` “${variant}”`}  ${say('diff.because', { reason })}  ${sayOrigin(origin, say)}`,
    );
  }
  for (const id of view.ids().filter((known) => open.composition.touches(known))) {
    const composed = view.compose(id);
    if (!composed) continue;
    const before = below(id)?.versions.find((version) => holdsOn(version, day));
    const old = new Map(
      (before
        ? linesOf({ entry: below(id) ?? composed.entry, origins: new Map() }, undefined, knowledgeDir, day)
        : undefined
      )?.map((line) => [line.path, speaker.say(line.text)]),
    );
    for (const line of linesOf(composed, undefined, knowledgeDir, day) ?? []) {
      if (line.origin.level === 'national' && line.origin.region === undefined) continue;
      const was = old.get(line.path);
      const now = speaker.say(line.text);
      if (was === now) continue;
      if (was !== undefined) tell(`~ ${id} ${line.path}\n    - ${was}\n    + ${now}`);
      else tell(`+ ${id} ${line.path}\n    + ${now}`);
      print(`      ${sayOrigin(line.origin, say)}`);
    }
  }
  const { added } = createView(open.national, open.base, day);
  const known = new Set(added.map(({ entry, text }) => `${entry} ${text}`));
  for (const { entry, text } of view.added.filter((way) => !known.has(`${way.entry} ${way.text}`)))
    tell(`+ ${say('diff.asked', { entry, text })}`);
  if (differences === 0) print(say('diff.none'));
  return 0;
};
