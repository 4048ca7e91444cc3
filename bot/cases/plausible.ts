/**
 * What a person can possibly have typed on purpose. No rule of law: only the line between a life and a slip of the
 * finger, so that "600 years" is asked back instead of reckoned with.
 */
export const PLAUSIBLE = Object.freeze({
  /** 49 years of twelve months: from the first job at 16 to the latest retirement anybody will have. */
  mostMonths: 588,
  /** Nobody older asks for a case of their own. */
  mostYearsOld: 120,
  /** Yuan; a wage or account above a thousand million is a slip. */
  mostYuan: 999_999_999,
  /** Days later than this are slips; it also bounds the counting of working days. */
  lastYear: 2100,
  /** Provinces or years in one list; far more than a life holds, small enough to stay fast. */
  mostItems: 80,
  /** The contribution index lies between 0.6 and 3 today; older years were looser. */
  leastIndex: 0.1,
  mostIndex: 5,
});
