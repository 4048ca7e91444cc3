/** An entry as lines, each with where it comes from: the nation's lines are found in the edition's own file. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, holdsOn, type Text, YamlFile } from '../../knowledge/index.ts';
import { type ComposedEntry, type Origin, POINT_LISTS } from '../../overlays/index.ts';

export interface OriginLine {
  /** `question`, `short`, `example`, or list.point */
  readonly path: string;
  readonly text: Text;
  readonly origin: Origin;
}

/** @param day lines that hold on it @returns undefined when the entry says nothing that day */
export function linesOf(
  { entry, origins }: ComposedEntry,
  national: Entry | undefined,
  knowledgeDir: string,
  day: string,
): OriginLine[] | undefined {
  const version = entry.versions.find((candidate) => holdsOn(candidate, day));
  if (!version) return undefined;
  const nationalOrigin = national ? createNationalOrigin(national, knowledgeDir, day) : undefined;
  const line = (at: string, text: Text): OriginLine => ({
    path: at,
    text,
    origin: origins.get(at) ?? nationalOrigin?.(at) ?? { level: 'national' },
  });
  return [
    line('question', entry.question),
    line('short', version.short),
    ...POINT_LISTS.flatMap((list) =>
      (version[list] ?? [])
        .filter((point) => holdsOn(point, day))
        .map((point) => line(`${list}.${point.id}`, point.text)),
    ),
    ...(version.example ? [line('example', version.example.text)] : []),
  ];
}

function createNationalOrigin(entry: Entry, knowledgeDir: string, day: string): (at: string) => Origin {
  const file = path.join(knowledgeDir, 'entries', `${entry.id}.yaml`);
  const yaml = existsSync(file) ? new YamlFile(path.relative(process.cwd(), file), readFileSync(file)) : undefined;
  const v = entry.versions.findIndex((version) => holdsOn(version, day));
  return (at) => {
    const [list = '', id] = at.split('.');
    const points = POINT_LISTS.find((name) => name === list);
    const n = points ? (entry.versions[v]?.[points] ?? []).findIndex((point) => point.id === id) : -1;
    const place = list === 'question' ? ['question'] : ['versions', v, list, ...(n >= 0 ? [n] : [])];
    return {
      level: 'national',
      when: entry.reviewed,
      ...(yaml ? { file: yaml.file, line: yaml.place(place).line } : {}),
    };
  };
}
