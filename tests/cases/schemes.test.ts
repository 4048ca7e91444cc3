/** Between the two schemes: when the person is given instead of the year, and on earlier days. */
import { runCase } from '../../bot/cases/index.ts';
import { loadTestEdition, TEST_DAY } from './load-test-edition.ts';

const edition = loadTestEdition();
const schemes = (input: object, asOf = TEST_DAY) => runCase(edition, 'schemes', input, { asOf });

it('takes age and minimum from sex, birth and post', () => {
  const person = { sex: 'male', birth: '1966-10', employeeMonths: 120, residentMonths: 60 };
  expect(schemes(person, '2027-03-31').result.result).toBe('wait');
  expect(schemes(person, '2027-04-01').result).toMatchObject({
    result: 'to-resident',
    minimumMonths: 180,
    gapMonths: 60,
  });
});

it('says that the threshold is unsettled between the 15 years of the rules and a higher minimum', () => {
  const { notes } = schemes({ atAge: true, employeeMonths: 190, year: 2032 });
  expect(notes).toEqual([{ code: 'threshold-unsettled', facts: { literalMonths: 180, minimumMonths: 198 } }]);
});

it('says when the minimum was taken from the day asked about', () => {
  const { notes } = schemes({ atAge: true, employeeMonths: 190 });
  expect(notes.map(({ code }) => code)).toEqual(['minimum-assumed']);
});

it('had no national rule before July 2014', () => {
  const input = { atAge: true, employeeMonths: 200, residentMonths: 10 };
  expect(schemes(input, '2014-06-30').result).toMatchObject({ result: 'no-bridge', clause: '66-9' });
  expect(schemes(input, '2014-07-01').result.result).toBe('to-employee');
});
