/** Whether a message tells enough of the person's own case to work it out at once ("我女，43，湖南户口，广东缴了11年…"). */
import type { CaseKind, CuesFile } from '../../knowledge/index.ts';
import type { UnitText } from '../normalise/read-units.ts';
import { PLACE } from '../normalise/unit.ts';

interface Facts {
  readonly places: number;
  /** "11年", "126个月": how long something lasted. */
  readonly spans: number;
  readonly age: boolean;
  readonly sex: boolean;
  readonly money: boolean;
  readonly day: boolean;
}

/** The least each case needs before its form is worth more than the general answer. */
const ENOUGH: Readonly<Record<CaseKind, (facts: Facts) => boolean>> = {
  'benefit-place': ({ places, spans }) => places >= 2 && spans >= 1,
  transfer: ({ places, age, sex }) => places >= 1 && age && sex,
  amount: ({ money, spans }) => money && spans >= 1,
  deadlines: ({ day }) => day,
  retirement: ({ age, sex }) => age && sex,
  pension: ({ money, spans }) => money && spans >= 1,
  schemes: ({ age, spans }) => age && spans >= 1,
};

/** @param plain simplified text of the message; `units` what was read from it */
export function carriesFacts(kind: CaseKind, plain: string, { units, numbers }: UnitText, cues: CuesFile): boolean {
  return ENOUGH[kind](factsIn(plain, units.filter((unit) => unit === PLACE).length, numbers, cues));
}

function factsIn(plain: string, places: number, numbers: readonly string[], cues: CuesFile): Facts {
  const values = numbers.map((written) => ({ value: Number.parseFloat(written), written }));
  const isYear = (value: number) => value >= 1940 && value <= 2030;
  return {
    places,
    spans: values.filter(({ value, written }) => /(?:年|月)$/.test(written) && value <= 60).length,
    age:
      values.some(
        ({ value, written }) => /岁$/.test(written) || (/^\d{2}$/.test(written) && value >= 16 && value <= 70),
      ) ||
      /\d{2,4}年[^，,。]{0,4}[生出]/.test(plain) ||
      /born in/.test(plain),
    sex: [...cues.persons.female, ...cues.persons.male].some((cue) => plain.includes(cue)),
    money: values.some(({ value, written }) => /(?:块|元|万)$/.test(written) || (value >= 1000 && !isYear(value))),
    day: /\d{1,2}月\d{1,2}[日号]?|\d{4}-\d{1,2}-\d{1,2}/.test(plain),
  };
}
