/** The fields that the inputs of the cases share. One definition checks, types and documents (OpenAPI) them. */
import { z } from 'zod';
import { money, yuan } from './money.ts';
import { PLAUSIBLE } from './plausible.ts';

export const MONTH_OR_DAY = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const Sex = z.enum(['male', 'female']);
export const Post = z
  .enum(['worker', 'cadre'])
  .describe('women only: worker (formerly 50) or cadre, i.e. managing or technical post (formerly 55)');
export const MonthOrDay = z.string().regex(MONTH_OR_DAY);
export const Birth = MonthOrDay.describe('month of birth YYYY-MM, or the day YYYY-MM-DD where it decides');
export const Day = z.string().regex(DAY).describe('YYYY-MM-DD');
export const MonthCount = z.int().min(0).max(PLAUSIBLE.mostMonths);
export const Year = z.int().min(1900).max(PLAUSIBLE.lastYear);

/** Region ids, checked against the edition by readInput; its names and aliases are understood too. */
export const REGION_FIELDS: ReadonlySet<string> = new Set(['hukou', 'relation', 'from', 'to', 'region']);
export const RegionId = z.string().min(1).max(40).describe('province, e.g. guangdong');
export const Hukou = RegionId.nullable().describe('province of the household registration; null: none on the mainland');

/** Taken as text or number, kept as text with two decimals. */
export const Amount = z
  .union([
    z
      .string()
      .regex(/^\d{1,9}(\.\d{1,2})?$/)
      .describe('yuan, e.g. "13421.60"'),
    z.number().min(0).max(PLAUSIBLE.mostYuan),
  ])
  .transform((given) => yuan(money(given)));

/** Amounts in results. */
export const Yuan = z.string().regex(/^\d+\.\d{2}$/);
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
