/** Whatever comes in: a result of the published shape, or a refusal that names its fields. Never a crash, never NaN. */
import fc from 'fast-check';
import { CASES, CaseInputError, type InputProblem, runCase, sayCase, sayInputProblem } from '../../bot/cases/index.ts';
import { CASE_KINDS, type CaseKind, LANGUAGES } from '../../bot/knowledge/index.ts';
import { createWording, type Wording } from '../../bot/wording/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
let wording: Wording;
beforeAll(async () => {
  wording = await createWording('locales');
});

const region = fc.constantFrom('guangdong', 'hunan', 'beijing', '广东', 'nowhere', '', null);
const day = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2024-02-30', '2025-13-01', '0000-01-01', '9999-12-31', '2025'),
);
const birth = fc.oneof(
  fc
    .integer({ min: 1900 * 12, max: 2060 * 12 })
    .map((at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`),
  day,
);
const count = fc.oneof(fc.integer({ min: -5, max: 700 }), fc.double(), fc.constantFrom(0, 119, 120, 180, 588));
const amount = fc.oneof(
  fc.integer({ min: -5, max: 1e7 }),
  fc.constantFrom('0.00', '13421.60', '-1', '1e9', '１２'),
  fc.double(),
);
const flag = fc.boolean();
const sex = fc.constantFrom('male', 'female', 'x');
const post = fc.constantFrom('worker', 'cadre', '');
const any = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 5 });

const INPUTS: { readonly [K in CaseKind]: fc.Arbitrary<unknown> } = {
  'benefit-place': fc.record({
    hukou: any(region),
    relation: any(region),
    stays: fc.array(fc.record({ region, months: count, temporary: any(flag) }), { maxLength: 5 }),
  }),
  transfer: fc.record({
    sex,
    birth,
    hukou: region,
    from: region,
    to: region,
    joined: any(birth),
    applied: any(day),
    approved: any(flag),
    receiving: any(flag),
    insuredHereBefore2010: any(flag),
    agedInBreak: any(flag),
  }),
  amount: fc.record({
    wages: any(
      fc.array(
        fc.record({
          year: fc.integer({ min: 1980, max: 2030 }),
          months: fc.integer({ min: 0, max: 13 }),
          total: any(amount),
          monthly: any(amount),
        }),
        { maxLength: 4 },
      ),
    ),
    account: any(fc.record({ before1998: any(amount), since1998: amount })),
    temporary: any(fc.record({ employer: amount, employee: amount, interest: any(amount) })),
  }),
  deadlines: fc.record({
    applied: day,
    received: any(day),
    letterReceived: any(day),
    fundsReceived: any(day),
    finished: any(day),
  }),
  retirement: fc.record({ sex, birth, post: any(post), months: any(count), insuredBeforeLaw: any(flag) }),
  pension: fc.record({
    base: amount,
    index: any(fc.double({ min: 0, max: 6 })),
    months: count,
    account: any(amount),
    ageMonths: any(count),
    sex: any(sex),
    birth: any(birth),
    post: any(post),
    transitional: any(amount),
  }),
  schemes: fc.record({
    atAge: any(flag),
    receiving: any(flag),
    employeeMonths: count,
    residentMonths: any(count),
    overlapMonths: any(fc.integer({ min: 0, max: 20 })),
    year: any(fc.integer({ min: 1990, max: 2200 })),
    minimumMonths: any(count),
    sex: any(sex),
    birth: any(birth),
    post: any(post),
  }),
};

/** Fields left out, not given as undefined: as JSON would bring them. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

/** What was given may be anything, braces included; the words around it are ours. */
function withoutEcho(text: string, { field, facts }: InputProblem): string {
  return [field.split('.').at(-1) ?? '', String(facts.given ?? '')].reduce(
    (left, echo) => left.replaceAll(echo, ''),
    text,
  );
}

function tryCase(kind: CaseKind, input: unknown, asOf: string): void {
  const words: string[] = [];
  try {
    const outcome = runCase(edition, kind, input, { asOf });
    expect(CASES[kind].result.safeParse(outcome.result).error).toBeUndefined();
    expect(JSON.stringify(outcome)).not.toMatch(/NaN|Infinity|undefined/);
    expect(new Set(outcome.sources)).toEqual(new Set(outcome.trace.map(({ source }) => source)));
    for (const language of LANGUAGES) {
      const said = sayCase(edition, outcome, wording.in(language), language);
      words.push(said.title, said.headline, said.disclaimer, ...said.lines.map(({ text }) => text));
      words.push(...said.todo, ...said.change, ...said.notes);
    }
  } catch (error) {
    if (!(error instanceof CaseInputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const language of LANGUAGES)
      words.push(
        ...error.problems.map((problem) =>
          withoutEcho(sayInputProblem(edition, problem, wording.in(language), language), problem),
        ),
      );
  }
  for (const text of words) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\{\{|NaN|undefined|\[object|^(case:)?(headline|trace|todo|change|note|error)\./);
  }
}

describe.each(CASE_KINDS)('%s', (kind) => {
  it('works out or refuses any input of about its shape, and has words for it', () => {
    fc.assert(
      fc.property(INPUTS[kind], fc.constantFrom(TEST_DAY, '2010-06-01', '2016-01-01', '2031-05-05'), (input, asOf) =>
        tryCase(kind, asJson(input), asOf),
      ),
      { numRuns: 400 },
    );
  });

  it('refuses anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => tryCase(kind, input, TEST_DAY)),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (input, asOf) => tryCase(kind, input, asOf)),
      { numRuns: 100 },
    );
  });
});
