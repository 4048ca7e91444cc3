/** Checked files → a layer: values and the line of each, without the documents they were read from. */
import type { City, Edition, Entry, KeyPath, Text, YamlFile } from '../../knowledge/index.ts';
import type { Layer, LocalChange, LocalDeletion, LocalEntry } from '../layer.ts';
import { laterOf, overlapOf } from '../period.ts';
import {
  type Addition,
  type KeptWords,
  type OverlayManifest,
  POINT_LISTS,
  type Refined,
} from '../schema/overlay-files.ts';
import type { Origin } from '../view.ts';
import { changePeriod } from './change-period.ts';
import type { Filed, OverlayFiles } from './overlay-files.ts';

export function buildLayer(files: OverlayFiles, edition: Edition): Layer {
  const { source, manifest } = files;
  const city = findCity(edition, source.region, manifest.value);
  const level = source.region.includes('/') ? 'city' : 'province';
  const at = (yaml: YamlFile, path: KeyPath, by: { approver: string; when: string }): Origin => ({
    level,
    region: source.region,
    file: yaml.file,
    line: yaml.place(path).line,
    who: by.approver,
    when: by.when,
  });
  return {
    region: source.region,
    level,
    name: nameOf(edition, source.region, city),
    ...(city ? { cityCode: city.code } : {}),
    manifest: manifest.value,
    hash: source.hash,
    additions: new Map(files.additions.flatMap((filed) => buildAddition(filed, manifest.value, at) ?? [])),
    deletions: (files.deletions?.value.deletions ?? []).flatMap((deletion, n): LocalDeletion[] => {
      const period = changePeriod(manifest.value, deletion);
      if (!period || !files.deletions) return [];
      return [
        {
          entry: deletion.entry,
          ...(deletion.variant === undefined ? {} : { variant: deletion.variant }),
          period,
          reason: deletion.reason,
          origin: at(files.deletions.yaml, ['deletions', n], deletion),
          ...keptOf(deletion.refined, manifest.value),
        },
      ];
    }),
    refinements: new Map(
      files.refinements.map(({ yaml, value }) => [
        value.entry,
        value.changes.flatMap((change, n): LocalChange[] => {
          const period = changePeriod(manifest.value, change);
          if (!period) return [];
          const origins = new Map<string, Origin>();
          for (const field of ['short', 'example'] as const)
            if (change[field]) origins.set(field, at(yaml, ['changes', n, field], change));
          for (const list of POINT_LISTS)
            for (const how of ['set', 'append', 'insertAfter'] as const)
              for (const [p, point] of (change[list]?.[how] ?? []).entries())
                origins.set(`${list}.${how}.${point.id}`, at(yaml, ['changes', n, list, how, p], change));
          const { refined, ...rest } = change;
          return [{ change: rest, period, origins, ...keptOf(refined, manifest.value) }];
        }),
      ]),
    ),
  };
}

type At = (yaml: YamlFile, path: KeyPath, by: { approver: string; when: string }) => Origin;

function buildAddition(
  { yaml, value }: Filed<Addition>,
  overlay: OverlayManifest,
  at: At,
): [[string, LocalEntry]] | undefined {
  const { asked, approver, when, reason: _reason, source: _source, ...rest } = value;
  const origins = new Map<string, Origin>();
  const note = (path: string, place: KeyPath) => origins.set(path, at(yaml, place, { approver, when }));
  note('question', ['question']);
  const versions = rest.versions.flatMap((version, v) => {
    const days = overlapOf(version, overlay);
    if (!days) return [];
    note('short', ['versions', v, 'short']);
    if (version.example) note('example', ['versions', v, 'example']);
    for (const list of POINT_LISTS)
      for (const [n, point] of (version[list] ?? []).entries()) note(`${list}.${point.id}`, ['versions', v, list, n]);
    return [{ ...version, from: laterOf(days.from, version.from) ?? version.from, until: days.until }];
  });
  if (versions.length === 0) return undefined;
  const entry: Entry = { ...rest, protected: false, versions };
  return [[value.id, { entry, asked: asked ?? [], origins }]];
}

function keptOf(
  refined: Refined | undefined,
  overlay: OverlayManifest,
): Pick<LocalChange, 'kept' | 'keptEdition' | 'writtenFor'> {
  const kept: readonly KeptWords[] = refined?.words ?? [];
  const writtenFor = new Map<string, string[]>();
  for (const { field, fingerprint } of kept) writtenFor.set(field, [...(writtenFor.get(field) ?? []), fingerprint]);
  return { kept, keptEdition: refined?.edition ?? overlay.reviewedAgainst, writtenFor };
}

/** The city that an overlay names, as regions.yaml has it. */
export function findCity(edition: Edition, region: string, manifest: OverlayManifest) {
  const province = edition.regions.get(region.split('/')[0] ?? '');
  return province?.cities.find(({ name, short }) => name === manifest.city || short === manifest.city);
}

function nameOf(edition: Edition, region: string, city: City | undefined): Text {
  const [provinceId = '', cityId] = region.split('/');
  if (cityId !== undefined) return { 'zh-CN': city?.short ?? cityId, en: city?.en ?? cityId };
  const province = edition.regions.get(provinceId);
  if (!province) return { 'zh-CN': provinceId };
  return { 'zh-CN': province.zh_hans.short, 'zh-Hant': province.zh_hant.short, en: province.en };
}
