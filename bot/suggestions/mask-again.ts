/**
 * Masks once more what the conversation has masked already. What stands in the store stays there; what is accepted here
 * goes into files that everybody can read, so this looks more strictly: any long number and any address, known kind or
 * not. No year, amount or hotline has eight digits.
 */

/** Letters in front belong to it: passports and travel permits begin with one or two. */
const LONG_NUMBER = /(?<![A-Za-z])[A-Za-z]{0,2}\d(?:[ \-–]?\d){7,}[Xx]?/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const NUMBER_MASK = '〔号码〕';
const MAIL_MASK = '〔邮箱〕';
const ANY_MASK = /〔[^〕]*〕/;

/** @param mask how the conversation masks @returns one line, without numbers or addresses that could name a person */
export function maskAgain(text: string, mask: (text: string) => string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ＠]/g, (c) => c.normalize('NFKC'));
  return mask(narrow).replace(MAIL, MAIL_MASK).replace(LONG_NUMBER, NUMBER_MASK).replace(/\s+/g, ' ').trim();
}

/** Whether something was masked: such a text names no way of asking that another person would use. */
export function hasMask(text: string): boolean {
  return ANY_MASK.test(text);
}
