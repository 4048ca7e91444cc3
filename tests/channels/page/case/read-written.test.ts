/** What people write into a field, and the value a case takes. */
import type { FieldType } from '../../../../bot/channels/page/case/forms.ts';
import { readWritten } from '../../../../bot/channels/page/case/read-written.ts';

const TODAY = '2026-11-20';
const read = (type: FieldType, written: string) => readWritten(type, written, TODAY);

describe('A month is understood', () => {
  it.each([
    ['2018年5月', '2018-05'],
    ['2018-05', '2018-05'],
    ['2018-5', '2018-05'],
    ['2018/5', '2018-05'],
    ['2018.05', '2018-05'],
    ['２０１８年５月', '2018-05'],
    ['201805', '2018-05'],
    ['80年3月', '1980-03'],
    ['05年3月', '2005-03'],
    ['May 2018', '2018-05'],
    ['september 2018', '2018-09'],
    ['2018年5月份', '2018-05'],
    ['1980年3月10日', '1980-03-10'],
  ])('from %s', (written, value) => {
    expect(read('month-or-day', written)).toBe(value);
  });
});

describe('A day is understood', () => {
  it.each([
    ['2026年9月18日', '2026-09-18'],
    ['2026年9月18号', '2026-09-18'],
    ['2026年9月18號', '2026-09-18'],
    ['2026-9-18', '2026-09-18'],
    ['2026/09/18', '2026-09-18'],
    ['20260918', '2026-09-18'],
    ['18 September 2026', '2026-09-18'],
    ['Sep 18, 2026', '2026-09-18'],
    ['9月18日', '2026-09-18'],
    ['12月18日', '2025-12-18'],
  ])('from %s', (written, value) => {
    expect(read('day', written)).toBe(value);
  });
});

describe('A length of time becomes months', () => {
  it.each([
    ['126', 126],
    ['126个月', 126],
    ['10年6个月', 126],
    ['10年6個月', 126],
    ['11年半', 138],
    ['10 years 6 months', 126],
    ['600年', 7200],
    ['-3', -3],
    ['3.5', 3.5],
  ])('from %s', (written, value) => {
    expect(read('months', written)).toBe(value);
  });
});

describe('An age becomes months', () => {
  it.each([
    ['60', 720],
    ['60岁', 720],
    ['61岁5个月', 737],
    ['61歲5個月', 737],
    ['60 years 5 months', 725],
    ['720', 720],
  ])('from %s', (written, value) => {
    expect(read('age', written)).toBe(value);
  });
});

describe('An amount becomes yuan', () => {
  it.each([
    ['13,421.60', '13421.60'],
    ['¥13421.6元', '13421.6'],
    ['4万8', '48000'],
    ['-5', '-5'],
  ])('from %s', (written, value) => {
    expect(read('amount', written)).toBe(value);
  });
});

describe('What can not be read', () => {
  it.each([
    ['month-or-day', '春天'],
    ['day', '2026年9月'],
    ['months', '很多'],
    ['age', '老了'],
    ['amount', '没多少'],
    ['number', 'x'],
    ['year', '去年'],
  ] as const)('is handed on as it is: %s %s', (type, written) => {
    expect(read(type, written)).toBe(written);
  });

  it('keeps a month that the calendar has not, so that it is told', () => {
    expect(read('month-or-day', '2018年13月')).toBe('2018-13');
  });
});
