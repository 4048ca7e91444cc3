/** The day as of which an answer is wanted, in the ways people write it. */
import { readDay } from '../../../bot/conversation/understand/read-day.ts';

describe('A wish for the rules of a day', () => {
  it.each([
    ['截至2010年6月，要转几天', '2010-06-01', '要转几天'],
    ['/asof 2010-06-01', '2010-06-01', ''],
    ['as of 2013-07 how long', '2013-07-01', 'how long'],
    ['截止到2018年5月12日', '2018-05-12', ''],
    ['按2005年的规定，能退保吗', '2005-01-01', '能退保吗'],
    ['截至２０３１年', '2031-01-01', ''],
  ])('in "%s" is understood', (message, day, rest) => {
    expect(readDay(message)).toEqual({ day, rest });
  });

  it.each(['截至2010年13月', '/asof 2010-02-30'])('in "%s" is seen to be no day of the calendar', (message) => {
    expect(readDay(message)?.day).toBeUndefined();
  });

  it.each(['我2010年6月到的东莞', '缴到2018年', '15年够不够'])('is not read into "%s"', (message) => {
    expect(readDay(message)).toBeUndefined();
  });
});
