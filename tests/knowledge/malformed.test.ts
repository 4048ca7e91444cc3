/** Each way of getting a knowledge file wrong gives its own clear error: code, file, line, column, excerpt, advice. */
import path from 'node:path';
import { type Problem, type ProblemCode, readEdition } from '../../bot/knowledge/index.ts';
import { createWording, sayProblem } from '../../bot/wording/index.ts';
import { type CopiedEdition, copySmallEdition } from '../helpers/copied-edition.ts';

interface Mistake {
  readonly title: string;
  readonly file: string;
  readonly before?: string;
  readonly after: string | Buffer;
  readonly code: ProblemCode;
  /** 1-based place of the culprit. */
  readonly at: readonly [line: number, column: number];
  /** What the English message must contain. */
  readonly says: string;
}

const PROCEDURE = 'entries/procedure.yaml';
const YEARS = 'entries/years.yaml';

const MISTAKES: readonly Mistake[] = [
  {
    title: 'a key that is misspelt',
    file: YEARS,
    before: 'topic: transfer',
    after: 'topc: transfer',
    code: 'unknown-key',
    at: [2, 1],
    says: 'Did you mean "topic"?',
  },
  {
    title: 'a key that is missing',
    file: YEARS,
    before: 'topic: transfer\n',
    after: '',
    code: 'missing-key',
    at: [1, 1],
    says: '"topic" is missing',
  },
  {
    title: 'a key that stands twice',
    file: YEARS,
    before: 'topic: transfer',
    after: 'topic: transfer\ntopic: transfer',
    code: 'duplicate-key',
    at: [3, 1],
    says: 'twice',
  },
  {
    title: 'a value of the wrong type',
    file: PROCEDURE,
    before: 'item: 7',
    after: 'item: seven',
    code: 'wrong-type',
    at: [2, 7],
    says: 'number',
  },
  {
    title: 'a value outside the list',
    file: PROCEDURE,
    before: 'protected: true',
    after: 'side: orign',
    code: 'wrong-value',
    at: [4, 7],
    says: 'Did you mean "origin"?',
  },
  {
    title: 'a date in another form',
    file: YEARS,
    before: 'reviewed: 2026-01-01',
    after: 'reviewed: 1.1.2026',
    code: 'wrong-format',
    at: [23, 11],
    says: 'YYYY-MM-DD',
  },
  {
    title: 'a day that no calendar has',
    file: YEARS,
    before: 'from: 2010-01-01',
    after: 'from: 2010-02-30',
    code: 'no-such-day',
    at: [7, 11],
    says: '2010-02-30',
  },
  {
    title: 'broken indentation',
    file: YEARS,
    before: '    short:',
    after: '  short:',
    code: 'yaml-syntax',
    at: [8, 1],
    says: 'not YAML',
  },
  {
    title: 'an unclosed quotation mark',
    file: YEARS,
    before: 'en: How many years must I pay?',
    after: 'en: "How many',
    code: 'yaml-syntax',
    at: [5, 16],
    says: 'not YAML',
  },
  {
    title: 'an alias',
    file: YEARS,
    before: 'reviewed: 2026-01-01',
    after: 'reviewed: *when',
    code: 'alias',
    at: [23, 11],
    says: 'when',
  },
  {
    title: 'a file that is not UTF-8',
    file: YEARS,
    after: Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x0a]),
    code: 'not-utf8',
    at: [1, 5],
    says: 'UTF-8',
  },
  { title: 'an empty file', file: YEARS, after: '', code: 'empty-file', at: [1, 1], says: 'empty' },
  {
    title: 'a file name that is not the id',
    file: YEARS,
    before: 'id: years',
    after: 'id: year',
    code: 'file-name',
    at: [1, 5],
    says: 'year.yaml',
  },
  {
    title: 'an item number taken by another entry',
    file: YEARS,
    before: 'topic: transfer',
    after: 'item: 7\ntopic: transfer',
    code: 'duplicate-item',
    at: [2, 7],
    says: 'procedure',
  },
  {
    title: 'a highlighted item that does not exist',
    file: 'edition.yaml',
    before: 'attention: [7]',
    after: 'attention: [8]',
    code: 'unknown-item',
    at: [7, 13],
    says: '8',
  },
  {
    title: 'an unknown topic',
    file: YEARS,
    before: 'topic: transfer',
    after: 'topic: transfr',
    code: 'unknown-topic',
    at: [2, 8],
    says: 'Did you mean "transfer"?',
  },
  {
    title: 'an unknown related entry',
    file: PROCEDURE,
    before: 'related: [years]',
    after: 'related: [yers]',
    code: 'unknown-entry',
    at: [38, 11],
    says: 'Did you mean "years"?',
  },
  {
    title: 'an unknown document',
    file: YEARS,
    before: 'sources: [measures#whole]',
    after: 'sources: [mesures#whole]',
    code: 'unknown-source',
    at: [22, 15],
    says: 'Did you mean "measures"?',
  },
  {
    title: 'an unknown article',
    file: YEARS,
    before: 'sources: [measures#whole]',
    after: 'sources: [measures#99]',
    code: 'unknown-article',
    at: [22, 15],
    says: '8, whole',
  },
  {
    title: 'an unknown parameter in a text',
    file: YEARS,
    before: '至少{{minimum-years}}年',
    after: '至少{{minimum-year}}年',
    code: 'unknown-parameter',
    at: [9, 14],
    says: 'Did you mean "minimum-years"?',
  },
  {
    title: 'a gap between two versions',
    file: PROCEDURE,
    before: 'from: 2020-01-01',
    after: 'from: 2020-03-01',
    code: 'period-gap',
    at: [22, 11],
    says: '2020-01-01',
  },
  {
    title: 'two versions on one day',
    file: PROCEDURE,
    before: 'from: 2020-01-01',
    after: 'from: 2019-06-01',
    code: 'period-overlap',
    at: [22, 11],
    says: '2019-12-31',
  },
  {
    title: 'an end before the beginning',
    file: PROCEDURE,
    before: 'until: 2019-12-31',
    after: 'until: 2009-12-31',
    code: 'period-reversed',
    at: [10, 12],
    says: '2009-12-31',
  },
  {
    title: 'a version that never ends though another follows',
    file: PROCEDURE,
    before: '    until: 2019-12-31\n',
    after: '',
    code: 'period-open',
    at: [9, 5],
    says: 'until',
  },
  {
    title: 'a document cited before it was in force',
    file: PROCEDURE,
    before: 'sources: [measures#8]\n  - from',
    after: 'sources: [later-law#whole]\n  - from',
    code: 'source-not-in-force',
    at: [21, 15],
    says: '2010-01-01',
  },
  {
    title: 'a point outside its version',
    file: PROCEDURE,
    before: 'from: 2025-01-01',
    after: 'from: 2019-01-01',
    code: 'point-outside-version',
    at: [32, 15],
    says: '2019-01-01',
  },
  {
    title: 'a language left out',
    file: YEARS,
    before: '\n  en: How many years must I pay?',
    after: '',
    code: 'missing-language',
    at: [4, 3],
    says: 'en',
  },
  {
    title: 'a bare number of the law',
    file: YEARS,
    before: '至少{{minimum-years}}年',
    after: '至少15年',
    code: 'bare-number',
    at: [9, 14],
    says: '"15"',
  },
  {
    title: 'a bare Chinese number of the law',
    file: YEARS,
    before: '至少{{minimum-years}}年',
    after: '至少十五年',
    code: 'bare-number',
    at: [9, 14],
    says: '十五年',
  },
  {
    title: 'a short answer too long for a bubble',
    file: YEARS,
    before: '至少{{minimum-years}}年。',
    after: '很长'.repeat(50),
    code: 'short-too-long',
    at: [9, 14],
    says: '90',
  },
  {
    title: 'one way of asking under two entries',
    file: 'asked/years.yaml',
    before: '要交够几年',
    after: '办转移，要几天？',
    code: 'same-asking',
    at: [4, 13],
    says: 'procedure',
  },
  {
    title: 'ways of asking for nothing',
    file: 'asked/years.yaml',
    before: 'of: years',
    after: 'of: yearz',
    code: 'unknown-target',
    at: [1, 5],
    says: 'Did you mean "years"?',
  },
];

describe('A mistake in a knowledge file', () => {
  let edition: CopiedEdition;
  beforeEach(() => {
    edition = copySmallEdition();
  });
  afterEach(() => edition.remove());

  it.each(MISTAKES)('$title is said at its place, with what to do', async (mistake) => {
    if (mistake.before === undefined) edition.write(mistake.file, mistake.after);
    else edition.edit(mistake.file, mistake.before, String(mistake.after));

    const reading = readEdition(edition.folder);

    expect(reading.edition).toBeUndefined();
    const problem = theOne(reading.problems, mistake);
    expect([problem.line, problem.column]).toEqual(mistake.at);
    expect(problem.excerpt).toMatch(/\^$/);
    const words = sayProblem(problem, (await createWording('locales')).in('en'));
    expect(words).toContain(mistake.says);
    expect(words).toMatch(/→ \S/);
  });

  it('does not hide the others: all are told in one reading', () => {
    edition.edit(YEARS, 'topic: transfer', 'topic: nowhere');
    edition.edit(YEARS, 'sources: [measures#whole]', 'sources: [nothing#1]');
    edition.edit(PROCEDURE, 'related: [years]', 'related: [nobody]');
    const codes = readEdition(edition.folder).problems.map((problem) => problem.code);
    expect(codes.sort()).toEqual(['unknown-entry', 'unknown-source', 'unknown-topic']);
  });

  it('has words in every language for every kind', async () => {
    const { PROBLEM_CODES } = await import('../../bot/knowledge/index.ts');
    const wording = await createWording('locales');
    for (const code of PROBLEM_CODES)
      for (const language of ['zh-CN', 'zh-Hant', 'en'] as const)
        for (const part of ['what', 'do'])
          expect([code, wording.has(`problems:${part}.${code}`, language)]).toEqual([code, true]);
  });
});

function theOne(problems: readonly Problem[], mistake: Mistake): Problem {
  const found = problems.filter((problem) => problem.code === mistake.code);
  expect(found.map((problem) => path.basename(problem.file))).toContain(path.basename(mistake.file));
  const [first] = found;
  if (!first) throw new Error(`no ${mistake.code} among ${problems.map((problem) => problem.code).join(', ')}`);
  return first;
}
