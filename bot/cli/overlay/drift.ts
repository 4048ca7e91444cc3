/** `drift REGION`: what the edition has changed under the overlay: old, new and local words, and what to do. */
import { createSpeaker, type Language, type Text } from '../../knowledge/index.ts';
import { type Drift, findDrift } from '../../overlays/index.ts';
import type { OverlayCommand } from './command.ts';
import { dayAsked, openSoundRegion } from './open-region.ts';
import { sayOrigin } from './show.ts';

export const drift: OverlayCommand = async (input) => {
  const { say, print, operands } = input;
  const { edition, base, layer } = openSoundRegion(input, operands[0]);
  const day = dayAsked(input);
  const found = findDrift(base, layer);
  const region = layer.region;
  const { version } = edition.manifest;
  print(say('drift.head', { region, version: layer.manifest.version, edition: version, count: found.length }));
  for (const [entry, drifts] of Map.groupBy(found, (one) => one.entry)) {
    print(`\n${entry}`);
    for (const one of drifts) {
      print(`  ${headOf(one, say)}  ${sayOrigin(one.origin, say)}`);
      const languages = languagesToShow(one, input.language);
      const show = (key: string, text: Text | undefined, extra = '') => {
        for (const shown of text ? languages : [])
          print(`    ${say(`drift.${key}`)} ${createSpeaker(edition, shown, day).say(text ?? NO_TEXT)}${extra}`);
      };
      show('old', one.old?.text, `  (${one.keptEdition})`);
      show('now', one.now?.text, `  (${version})`);
      show('local', one.local);
      if (one.old && one.now && changedLanguages(one).length === 0)
        print(`    ${say('drift.sameWords', { old: aroundOf(one.old), now: aroundOf(one.now) })}`);
      print(`    → ${say(`drift.effect.${one.change}.${one.applied ? 'applied' : 'national'}`)}`);
    }
    const canAccept = drifts.some(({ kind }) => kind === 'changed' || kind === 'new');
    if (canAccept) print(`  ${say('drift.accept', { region, entry })}`);
    else print(`  ${say('drift.rework')}`);
  }
  return found.length === 0 ? 0 : 1;
};

const NO_TEXT: Text = { 'zh-CN': '' };

/** The language asked for; where only another has changed, that one, so that the difference is always seen. */
function languagesToShow(one: Drift, asked: Language): readonly Language[] {
  const changed = changedLanguages(one);
  return changed.length === 0 || changed.includes(asked === 'zh-Hant' ? 'zh-CN' : asked) ? [asked] : changed;
}

function changedLanguages({ old, now }: Drift): Language[] {
  return (['zh-CN', 'zh-Hant', 'en'] as const).filter((language) => old?.text[language] !== now?.text[language]);
}

function headOf(
  { change, kind, field, version }: Drift,
  say: (key: string, facts?: Record<string, string>) => string,
): string {
  const where = [field, version].filter(Boolean).join(' @ ');
  return say('drift.line', { change: say(`drift.change.${change}`), kind: say(`drift.kind.${kind}`), where });
}

/** What else than the words may have changed. */
function aroundOf({ sources, side, from, until }: NonNullable<Drift['now']>): string {
  return [...(sources ?? []), side, from, until].filter(Boolean).join(' ') || '–';
}
