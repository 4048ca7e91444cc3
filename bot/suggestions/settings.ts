/**
 * Every number that suggestions turn on, with its unit, its reason and the measurement that chose it. Measured on the
 * national edition's own ways of asking (9,789 of four voices), which were written to be unlike each other: what is
 * grouped there by mistake is the upper limit of what is grouped by mistake among people's real questions.
 */

/** One asking. */
export const ASKING = Object.freeze({
  /**
   * The same words from the same region within these minutes are one asking: who finds no answer asks again, leaves the
   * question for staff or presses 👎. Nothing kept says who asked, so time and place are all there is to go by.
   */
  againMinutes: 60,
});

/** Which questions say the same. */
export const GROUPING = Object.freeze({
  /** Characters of a piece: single ones and pairs in Chinese; letters of Latin words go by three. */
  hanPieces: [1, 2],
  latinPiece: 3,
  /** Least likeness (0…1) to the head of a group. */
  alike: 0.6,
});

/** What is proposed for a group. */
export const PROPOSAL = Object.freeze({
  /** Least share of the askings that must agree (on a neighbour, on the nearest entry) before it is proposed. */
  agree: 0.5,
  /** Least mean confidence in the nearest entry for "add as a way of asking"; below it, "new entry". */
  add: 0.3,
});

/** What is shown. */
export const SHOWN = Object.freeze({
  /** Phrasings shown of a group; the others differ from them by a word. */
  examples: 3,
});
