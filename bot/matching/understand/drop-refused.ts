/**
 * "我不想退保，想把社保转过去": what is not wanted is named first, what is wanted after it. The refused clause is left
 * out of the comparison where a later one says what is wanted instead. "不想交了，怎么办" has no such clause: there the
 * refusal is the question, and stays.
 */

/** Clauses that begin by refusing. 别 and 不 alone begin too many other words. */
const REFUSES =
  /^(?:[我俺咱他她]?(?:们)?(?:并|也|又|就|可|真|现在|其实)*(?:不想|不打算|没想|没打算|不愿意?|唔想|不是想|不是要))|^(?:wo )?bu ?xiang|^i (?:don't|do not|dont) (?:want|wish|plan) (?:to|a)/;

/** Clauses that say what is wanted. */
const WANTS = /^(?:而?是?|我|只|就|但是?|所以|but|and|i)*\s*(?:想|要|打算|希望|准备|wo xiang|want|would like|plan)/;

/** @param plain simplified text @returns the text without what it refuses, or the text itself */
export function dropRefused(plain: string): string {
  const clauses = plain.split(/(?<=[，,。；;！!？?\n])/);
  const wanted = clauses.findIndex((clause) => WANTS.test(clause.trim()));
  if (wanted < 1) return plain;
  return clauses.filter((clause, n) => n >= wanted || !REFUSES.test(clause.trim())).join('');
}
