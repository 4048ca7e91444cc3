/** From the address to the input of a case, rows added and removed on the way. */
import { readCaseInput } from '../../../../bot/channels/page/case/case-input.ts';
import { readFilledForm } from '../../../../bot/channels/page/case/filled-form.ts';
import { type CaseKind, loadEdition } from '../../../../bot/knowledge/index.ts';

const edition = loadEdition('knowledge');
const TODAY = '2026-11-20';
const fill = (kind: CaseKind, query: string) => readFilledForm(kind, new URLSearchParams(query));
const inputOf = (kind: CaseKind, query: string) => readCaseInput(fill(kind, query), edition, TODAY);

const STAYS =
  'stays[0].region=guangdong&stays[0].months=126&stays[1].region=jiangsu&stays[1].months=8&stays[2].region=zhejiang&stays[2].months=2年';

describe('The address of a case', () => {
  it('gives the input, rows in order, what is written read', () => {
    expect(inputOf('benefit-place', `hukou=hunan&${STAYS}&relation=`).input).toEqual({
      hukou: 'hunan',
      stays: [
        { region: 'guangdong', months: 126 },
        { region: 'jiangsu', months: 8 },
        { region: 'zhejiang', months: 24 },
      ],
    });
  });

  it.each(['', 'none'])('says with "%s" that there is no mainland hukou', (hukou) => {
    expect(inputOf('benefit-place', `hukou=${hukou}&${STAYS}`).input.hukou).toBeNull();
  });

  it('leaves out a hukou that was not chosen', () => {
    expect(inputOf('benefit-place', STAYS).input).not.toHaveProperty('hukou');
  });

  it('leaves out empty rows and remembers where the others stand', () => {
    const { input, rowsAt } = inputOf(
      'benefit-place',
      'hukou=hunan&stays[0].region=&stays[0].months=&stays[1].months=5',
    );
    expect(input.stays).toEqual([{ months: 5 }]);
    expect(rowsAt.get('stays')).toEqual([1]);
  });

  it('asks nobody for an age where the law looks at none, and does not put one into the link', () => {
    const { input, taken } = inputOf('transfer', 'from=guangdong&to=sichuan&hukou=四川');
    expect(input).toEqual({ from: 'guangdong', to: 'sichuan', hukou: '四川' });
    expect(taken).toMatchObject({ sex: 'male', birth: '1980-01' });
  });

  it('takes a temporary account by its fields, and by the choice when one was made', () => {
    const fields = 'temporary.employer=17280&temporary.employee=8640';
    expect(inputOf('amount', fields).input).toEqual({ temporary: { employer: '17280', employee: '8640' } });
    const chosen = inputOf('amount', `of=ordinary&${fields}&account.since1998=5`).input;
    expect(chosen).toEqual({ account: { since1998: '5' } });
  });

  it('drops the post of a man', () => {
    expect(inputOf('retirement', 'sex=male&post=cadre&birth=1980-03').input).toEqual({ sex: 'male', birth: '1980-03' });
  });

  it('reads only what the form has, and not more rows than anybody needs', () => {
    const filled = fill('benefit-place', 'x=1&stays[0].colour=red&stays[99].months=3&hukou=hunan');
    expect([...filled.values.keys()]).toEqual(['hukou']);
  });
});

describe('Rows', () => {
  it('are two when nothing is filled in', () => {
    expect(fill('benefit-place', '').rows.get('stays')).toBe(2);
  });

  it('grow by one, with everything else kept', () => {
    const filled = fill('benefit-place', `${STAYS}&add=stays`);
    expect(filled.rows.get('stays')).toBe(4);
    expect(filled.values.get('stays[2].months')).toBe('2年');
    expect(filled.editing).toBe(true);
  });

  it('close up when one is taken out', () => {
    const filled = fill('benefit-place', `${STAYS}&remove=stays[1]`);
    expect(filled.rows.get('stays')).toBe(2);
    expect(filled.values.get('stays[1].region')).toBe('zhejiang');
    expect(filled.values.has('stays[2].region')).toBe(false);
  });

  it.each(['add=hukou', 'remove=stays', 'remove=wages[0]', 'remove=stays[77]'])('are not shaken by %s', (what) => {
    const filled = fill('benefit-place', `hukou=hunan&${STAYS}&${what}`);
    expect(filled).toEqual(fill('benefit-place', `hukou=hunan&${STAYS}`));
  });
});
