/** Every text that an overlay brings, with its place and days; the rules for texts are those of the edition. */
import { type KeyPath, type Text, textsOf, type YamlFile } from '../../knowledge/index.ts';
import { changePeriod } from '../read/change-period.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import { type Change, POINT_LISTS } from '../schema/overlay-files.ts';

export interface LocalText {
  readonly yaml: YamlFile;
  readonly path: KeyPath;
  readonly role: 'question' | 'short' | 'point' | 'example' | 'changed' | 'staff';
  readonly text: Text;
  /** First day on which it is shown. */
  readonly from: string | undefined;
}

export interface LocalRef {
  readonly yaml: YamlFile;
  readonly path: KeyPath;
  readonly ref: string;
  readonly from: string | undefined;
}

export function localTexts(files: OverlayFiles): LocalText[] {
  return [
    ...files.additions.flatMap(({ yaml, value }) =>
      textsOf({ ...value, protected: false }).map(({ role, text, path, from }) => ({ yaml, role, text, path, from })),
    ),
    ...eachChange(files).flatMap(({ yaml, path, change, from }) => [
      ...(change.short ? [{ yaml, path: [...path, 'short'], role: 'short' as const, text: change.short, from }] : []),
      ...(change.example
        ? [{ yaml, path: [...path, 'example', 'text'], role: 'example' as const, text: change.example.text, from }]
        : []),
      ...eachPoint(change).flatMap(({ at, text, days }) =>
        text ? [{ yaml, path: [...path, ...at, 'text'], role: 'point' as const, text, from: days ?? from }] : [],
      ),
    ]),
  ];
}

export function localRefs(files: OverlayFiles): LocalRef[] {
  return [
    ...files.additions.flatMap(({ yaml, value }) => [
      ...basis(yaml, [], value),
      ...value.versions.flatMap((version, v) => [
        ...version.sources.map((ref, n) => ({ yaml, path: ['versions', v, 'sources', n], ref, from: version.from })),
        ...POINT_LISTS.flatMap((list) =>
          (version[list] ?? []).flatMap((point, p) =>
            (point.sources ?? []).map((ref, n) => ({
              yaml,
              path: ['versions', v, list, p, 'sources', n],
              ref,
              from: point.from ?? version.from,
            })),
          ),
        ),
      ]),
    ]),
    ...eachChange(files).flatMap(({ yaml, path, change, from }) => [
      ...basis(yaml, path, change),
      ...eachPoint(change).flatMap(({ at, sources, days }) =>
        (sources ?? []).map((ref, n) => ({ yaml, path: [...path, ...at, 'sources', n], ref, from: days ?? from })),
      ),
    ]),
  ];
}

/** `source` may name a local document in words; what looks like document#article must be one of the edition's. */
function basis(yaml: YamlFile, path: KeyPath, { source }: { readonly source: string }): LocalRef[] {
  return /^[a-z0-9-]+#[a-z0-9.]+$/.test(source)
    ? [{ yaml, path: [...path, 'source'], ref: source, from: undefined }]
    : [];
}

function eachChange(files: OverlayFiles): {
  readonly yaml: YamlFile;
  readonly path: KeyPath;
  readonly change: Change;
  readonly from: string | undefined;
}[] {
  return files.refinements.flatMap(({ yaml, value }) =>
    value.changes.map((change, n) => ({
      yaml,
      path: ['changes', n],
      change,
      from: changePeriod(files.manifest.value, change)?.from,
    })),
  );
}

function eachPoint(change: Change): {
  readonly at: KeyPath;
  readonly text: Text | undefined;
  readonly sources: readonly string[] | undefined;
  readonly days: string | undefined;
}[] {
  return POINT_LISTS.flatMap((list) => [
    ...(change[list]?.set ?? []).map(({ text, sources }, p) => ({
      at: [list, 'set', p],
      text,
      sources,
      days: undefined,
    })),
    ...(['append', 'insertAfter'] as const).flatMap((how) =>
      (change[list]?.[how] ?? []).map(({ text, sources, from }, p) => ({
        at: [list, how, p],
        text,
        sources,
        days: from,
      })),
    ),
  ]);
}
