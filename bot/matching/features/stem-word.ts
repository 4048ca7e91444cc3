/** English endings off: pays, paid, paying → pay. Rough on purpose: both sides of a comparison are stemmed alike. */

const IRREGULAR: Readonly<Record<string, string>> = {
  paid: 'pay',
  left: 'leave',
  went: 'go',
  gone: 'go',
  lost: 'lose',
  got: 'get',
  took: 'take',
  taken: 'take',
  died: 'die',
  dies: 'die',
  dying: 'die',
  money: 'money',
  years: 'year',
  yrs: 'year',
  yr: 'year',
  moved: 'move',
  moving: 'move',
  refused: 'refuse',
  retired: 'retire',
  retirement: 'retire',
  retiring: 'retire',
  worked: 'work',
  insured: 'insure',
  insurance: 'insurance',
  pensions: 'pension',
  companies: 'company',
  cities: 'city',
};

export function stemWord(word: string): string {
  const known = IRREGULAR[word];
  if (known) return known;
  if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed')) return undouble(word.slice(0, -2));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return dropE(word.slice(0, -1));
  return dropE(word);
}

function undouble(word: string): string {
  return /([^aeiouls])\1$/.test(word) ? word.slice(0, -1) : word;
}

/** move, moved and moving meet at "mov". */
function dropE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}
