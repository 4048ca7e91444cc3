/** Answers and what was right → figures. Pure. */
import type { EngineAnswer } from './engines.ts';
import type { Question } from './read-questions.ts';

export interface Group {
  readonly name: string;
  readonly lines: number;
  readonly hit1: number;
  readonly hit3: number;
}

export interface Measures {
  /** Lines with an answer in the edition. */
  readonly ours: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly reciprocalRank: number;
  /** 95 % intervals (Wilson), low and high. */
  readonly hit1Within: readonly [number, number];
  readonly hit3Within: readonly [number, number];
  readonly clarified: number;
  readonly silent: number;
  readonly notOurs: number;
  readonly notOursAnswered: number;
  readonly notOursWithin: readonly [number, number];
  /** Messages that ask two things, and how many got both. */
  readonly two: number;
  readonly twoBoth: number;
  /** Messages that ask one thing and were taken for two. */
  readonly takenForTwo: number;
  /** Answers by stated confidence. */
  readonly calibration: readonly { readonly from: number; readonly answers: number; readonly right: number }[];
  readonly sure: { readonly answers: number; readonly right: number };
  readonly milliseconds: { readonly median: number; readonly p99: number };
  readonly styles: readonly Group[];
  readonly languages: readonly Group[];
  readonly authors: readonly Group[];
  readonly confusions: readonly { readonly from: string; readonly to: string; readonly times: number }[];
}

type Asked = EngineAnswer & { readonly ms: number };
interface Line {
  readonly question: Question;
  readonly asked: Asked;
  readonly right: boolean;
  readonly inThree: boolean;
}

const SURE = 0.9;

export function measure(questions: readonly Question[], answers: readonly Asked[]): Measures {
  const lines = questions.flatMap((question, n): Line[] => {
    const asked = answers[n];
    if (!asked) return [];
    const isRight = (id: string) => question.ids.includes(id);
    return [{ question, asked, right: asked.answered.some(isRight), inThree: asked.ids.slice(0, 3).some(isRight) }];
  });
  const ours = lines.filter(({ question }) => question.ids.length > 0);
  const others = lines.filter(({ question }) => question.ids.length === 0);
  const both = ours.filter(({ question }) => asksTwo(question));
  const single = ours.filter(({ question }) => !asksTwo(question));
  const answered = lines.filter(({ asked }) => asked.answered.length > 0);
  const sure = answered.filter(({ asked }) => asked.confidence >= SURE);
  const wrong = others.filter(({ asked }) => asked.answered.length > 0).length;
  const hits = ours.filter(({ right }) => right).length;
  const threes = ours.filter(({ inThree }) => inThree).length;
  const times = lines.map(({ asked }) => asked.ms).sort((a, b) => a - b);
  return {
    ours: ours.length,
    hit1: share(hits, ours.length),
    hit3: share(threes, ours.length),
    hit1Within: wilson(hits, ours.length),
    hit3Within: wilson(threes, ours.length),
    reciprocalRank: mean(ours.map(reciprocalRank)),
    clarified: ours.filter(({ asked }) => asked.decision === 'clarify').length,
    silent: ours.filter(({ asked }) => asked.answered.length === 0 && asked.decision !== 'clarify').length,
    notOurs: others.length,
    notOursAnswered: share(wrong, others.length),
    notOursWithin: wilson(wrong, others.length),
    two: both.length,
    twoBoth: share(
      both.filter(({ question, asked }) => question.ids.every((id) => asked.answered.includes(id))).length,
      both.length,
    ),
    takenForTwo: single.filter(({ asked }) => asked.answered.length > 1).length,
    calibration: [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95].map((from, n, all) => {
      const inside = answered.filter(({ asked }) => asked.confidence >= from && asked.confidence < (all[n + 1] ?? 2));
      return { from, answers: inside.length, right: inside.filter(({ right }) => right).length };
    }),
    sure: { answers: sure.length, right: sure.filter(({ right }) => right).length },
    milliseconds: { median: at(times, 0.5), p99: at(times, 0.99) },
    styles: group(ours, ({ question }) => question.style),
    languages: group(ours, ({ question }) => question.lang),
    authors: group(ours, ({ question }) => question.author),
    confusions: confusions(lines),
  };
}

/** Marked so, or by a style that says so: several `ids` alone mean that any of them is right. */
function asksTwo({ both, style, ids }: Question): boolean {
  return ids.length > 1 && (both === true || /^(?:two|double|both|two-questions)$/.test(style ?? ''));
}

function reciprocalRank({ question, asked }: Line): number {
  const rank = asked.ids.findIndex((id) => question.ids.includes(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

function group(lines: readonly Line[], nameOf: (line: Line) => string | undefined): Group[] {
  const groups = Map.groupBy(lines, (line) => nameOf(line) ?? '');
  groups.delete('');
  return [...groups]
    .map(([name, members]) => ({
      name,
      lines: members.length,
      hit1: share(members.filter(({ right }) => right).length, members.length),
      hit3: share(members.filter(({ inThree }) => inThree).length, members.length),
    }))
    .sort((a, b) => b.lines - a.lines);
}

function confusions(lines: readonly Line[]): Measures['confusions'] {
  const counts = new Map<string, number>();
  for (const { question, asked, right } of lines) {
    if (right || (question.ids.length === 0 && asked.answered.length === 0)) continue;
    const from = question.ids[0] ?? '';
    const to = asked.answered[0] ?? `(${asked.decision})`;
    counts.set(`${from} → ${to}`, (counts.get(`${from} → ${to}`) ?? 0) + 1);
  }
  return [...counts]
    .map(([pair, times]) => {
      const [from = '', to = ''] = pair.split(' → ');
      return { from, to, times };
    })
    .sort((a, b) => b.times - a.times || (a.from < b.from ? -1 : 1));
}

/** 95 % interval of a share (Wilson 1927): honest also near 0 and 1 and for few lines. */
function wilson(hits: number, all: number): [number, number] {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const p = hits / all;
  const centre = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function at(sorted: readonly number[], quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;
}
