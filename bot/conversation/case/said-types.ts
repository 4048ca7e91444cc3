/** The small shapes that facts are made of. */
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
