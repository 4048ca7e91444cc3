/** The day it is in China, where the rules hold and the offices open. Made once: building a formatter is slow. */
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** @returns YYYY-MM-DD */
export function dayInChina(now: Date): string {
  return CHINA.format(now);
}
