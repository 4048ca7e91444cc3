/** Every number that suggestions turn on, with its unit, its reason and the measurement that chose it. */

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
  /** Characters of a piece: single ones and pairs in Chinese; Latin words go by three letters. */
  hanPieces: [1, 2],
  latinPieces: [3],
  /**
   * Least likeness (cosine, 0…1) to the head of a group. Measured on the 11,139 ways of asking of the edition, from
   * which near-duplicates had been removed, so that joining two of different entries is as likely as it will ever be:
   * joined with a head of their own entry were 78 % at 0.4, 86 % at 0.5, 89 % at 0.55, 90 % at 0.6, 93 % at 0.7; and
   * the number joined at all falls by half from 0.5 to 0.65. Without weighing by rarity it was 76 % at 0.5.
   */
  alike: 0.55,
});

/** What is proposed for a group; the rules are in propose.ts, in their order. */
export const PROPOSAL = Object.freeze({
  /** Least share of the askings that must agree (on an answer, a neighbour, the nearest entry) before it is proposed. */
  agree: 0.5,
  /**
   * Least mean confidence in the nearest entry for "add as a way of asking"; below it, "new entry". Measured by leaving
   * out one voice and every fifth entry, then asking all ways of that voice: of 31 unanswered ways of entries that were
   * there 48 % lie at 0.5 and above (13 of 15 nearest to their own), of 77 ways of entries left out 14 %. At 0.3 it is
   * 65 % and 32 %, at 0.6 29 % and 3 %; 0.5 keeps them apart best. The nearest entry is shown either way.
   */
  add: 0.5,
});

/** What is shown. */
export const SHOWN = Object.freeze({
  /** Phrasings of a group; further ones mostly differ by a word. */
  examples: 3,
});
