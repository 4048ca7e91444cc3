/** Yuan in a message, as texts with up to two decimals: "48000元", "4万8", "3.5万", "¥13,421.60", "48k". */
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(?:(万)(\d)?(?!\d)|(千|k\b))?`;
const ANY = new RegExp(AMOUNT);

/** The first amount of a text, or undefined. */
export function readAmount(digits: string): string | undefined {
  return amountOf(ANY.exec(digits));
}

/** The amount that follows one of these words: `amountAfter('账户', …)`. */
export function amountAfter(words: string, digits: string): string | undefined {
  return amountOf(new RegExp(`(?:${words})[^\\d。;；]{0,10}?${AMOUNT}(?!\\s*(?:个月|年|月|岁))`).exec(digits));
}

/** @param match groups: figure, 万, a thousand more, 千 or k; the last four of the match */
function amountOf(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const [figure = '', tenThousand, more, thousand] = match.slice(-4);
  const value = Number(figure.replaceAll(',', ''));
  if (tenThousand) return plain(value * 10_000 + Number(more ?? 0) * 1_000);
  return thousand ? plain(value * 1_000) : figure.replaceAll(',', '');
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
