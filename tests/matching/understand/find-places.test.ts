/** Places in a message, what each is for, and what is asked back instead of guessed. */
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { createPlaceFinder, type FindPlaces } from '../../../bot/matching/index.ts';

describe('Places in a message', () => {
  let find: FindPlaces;
  beforeAll(() => {
    find = createPlaceFinder(loadEdition('knowledge'));
  });

  const roles = (message: string) =>
    Object.fromEntries(find(message).map(({ role, region }) => [role ?? 'named', region]));

  it.each([
    ['我在东莞干了八年，老家河南', { work: 'guangdong', hukou: 'henan' }],
    ['从广东转到四川', { from: 'guangdong', to: 'sichuan' }],
    ['人在苏州上班，户口在安徽阜阳', { work: 'jiangsu', hukou: 'anhui' }],
    ['我湖北户口，在深圳打工', { hukou: 'hubei', work: 'guangdong' }],
    ['我是四川人，在浙江缴了五年', { hukou: 'sichuan', work: 'zhejiang' }],
    ['喺東莞返工，戶口喺廣西', { work: 'guangdong', hukou: 'guangxi' }],
    ['I work in Guangdong, my hukou is in Henan', { work: 'guangdong', hukou: 'henan' }],
    ['I move from shenzhen to Chengdu', { from: 'guangdong', to: 'sichuan' }],
    ['wo cong Yiyang lai', { named: 'hunan' }],
    ['户口改成湖北', { hukou: 'hubei' }],
    ['兵团的养老保险转到河南', { from: 'xpcc', to: 'henan' }],
  ])('"%s"', (message, expected) => expect(roles(message)).toEqual(expected));

  it('are handed back when a name belongs to several provinces', () => {
    const [place] = find('我在通州上班');
    expect(place?.region).toBeUndefined();
    expect([...(place?.candidates ?? [])].sort()).toEqual(['beijing', 'jiangsu']);
  });

  it('are handed back where two cities are written alike in letters', () => {
    const [place] = find('I work in Suzhou');
    expect(place?.region).toBeUndefined();
    expect([...(place?.candidates ?? [])].sort()).toEqual(['anhui', 'jiangsu']);
  });

  it('notices the way back to the hukou place', () => {
    const [place] = find('要回河南老家');
    expect(place).toMatchObject({ region: 'henan', role: 'hukou', towards: true });
  });

  it.each(['断缴三年还算吗', 'how long does it take', '云里雾里的', 'bu yiyang de', 'xianzai ne'])(
    'are not seen in "%s"',
    (message) => {
      expect(find(message)).toEqual([]);
    },
  );
});
