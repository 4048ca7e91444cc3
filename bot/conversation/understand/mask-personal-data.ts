/**
 * Takes ID numbers, phone numbers and card numbers out of a message before anything else sees it. Nothing downstream
 * (matching, log, store) can leak what it never had.
 */

export type PersonalData = 'id' | 'phone' | 'card';

export interface Masked {
  readonly text: string;
  /** What was found, so that the person can be told not to send it. */
  readonly found: readonly PersonalData[];
}

/** What stands in place of a number; no digits of the number are kept. */
const MASK: Readonly<Record<PersonalData, string>> = { id: '〔证件号〕', phone: '〔电话〕', card: '〔卡号〕' };

/** Digits may be grouped by blanks or hyphens, as people copy them from a card. */
const DIGIT_RUN = /(?<![\dA-Za-z])\d(?:[ \-–]?\d){6,22}[ -]?[\dXx]?(?![\dA-Za-z])/g;
const FULL_WIDTH = /[０-９Ｘｘ]/g;

/** @param text what the person wrote @returns the same with every personal number replaced by its name */
export function maskPersonalData(text: string): Masked {
  const found: PersonalData[] = [];
  const narrow = text.replace(FULL_WIDTH, (c) => c.normalize('NFKC'));
  const masked = narrow.replace(DIGIT_RUN, (run) => {
    const kind = kindOf(run.replace(/[ \-–]/g, '').toUpperCase());
    if (!kind) return run;
    found.push(kind);
    return MASK[kind];
  });
  return found.length > 0 ? { text: masked, found: [...new Set(found)] } : { text, found };
}

function kindOf(digits: string): PersonalData | undefined {
  if (/^\d{17}[\dX]$/.test(digits) && isBirthDay(digits.slice(6, 14))) return 'id';
  // The old identity numbers had fifteen digits, with a six-digit birthday.
  if (/^\d{15}$/.test(digits) && isBirthDay(`19${digits.slice(6, 12)}`)) return 'id';
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return 'phone';
  if (/^0\d{2,3}\d{7,8}$/.test(digits)) return 'phone';
  // A card number is long; whether its check digit is right does not matter, a mistyped one is personal too.
  if (/^\d{15,19}$/.test(digits) || /^\d{17}X$/.test(digits)) return 'card';
  return undefined;
}

function isBirthDay(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)].map(Number);
  return (
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    year >= 1900 &&
    year < 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31
  );
}
