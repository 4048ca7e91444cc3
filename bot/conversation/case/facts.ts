/** What a person says of their own case: one flat set of fields for all seven kinds, plain data for the dialog's state. */

export type Sex = 'male' | 'female';

export interface Stay {
  readonly region: string;
  readonly months: number;
  readonly temporary?: boolean;
}

export interface WagesOfYear {
  readonly year: number;
  readonly months: number;
  /** Yuan; one of the two. */
  readonly total?: string;
  readonly monthly?: string;
}

/** Values as the cases take them (bot/cases); what is wrong in them is told there, not here. */
export interface CaseFacts {
  readonly sex?: Sex;
  /** YYYY-MM or YYYY-MM-DD */
  readonly birth?: string;
  readonly post?: 'worker' | 'cadre';
  /** null: none on the mainland. */
  readonly hukou?: string | null;
  readonly relation?: string;
  /** In order of time. */
  readonly stays?: readonly Stay[];
  /** null: never insured before. */
  readonly from?: string | null;
  readonly to?: string;
  readonly joined?: string;
  readonly approved?: boolean;
  readonly receiving?: boolean;
  readonly wages?: readonly WagesOfYear[];
  readonly since1998?: string;
  readonly before1998?: string;
  readonly employer?: string;
  readonly employee?: string;
  readonly interest?: string;
  readonly applied?: string;
  readonly received?: string;
  readonly letterReceived?: string;
  readonly fundsReceived?: string;
  readonly finished?: string;
  readonly months?: number;
  readonly insuredBeforeLaw?: boolean;
  readonly base?: string;
  readonly index?: number;
  readonly ageMonths?: number;
  readonly atAge?: boolean;
  readonly employeeMonths?: number;
  readonly residentMonths?: number;
  readonly overlapMonths?: number;
}

export type FieldName = keyof CaseFacts;

/** What a message says beside whole fields. */
export interface ReadFacts {
  readonly facts: CaseFacts;
  /** "43岁": enough where only the age counts, not for a month of retirement. */
  readonly age?: number;
  /** "83年生": the month is still to be asked. */
  readonly birthYear?: number;
  /** The text is about a temporary account. */
  readonly temporary?: boolean;
  /** The years of the wages were not said; they were taken to be the latest. */
  readonly yearsAssumed?: boolean;
}
