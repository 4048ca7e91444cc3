/** The sentence that the rules of moving may have been changed by opinions whose text has not been seen. */
import { namedDay } from './law.ts';
import { type Given, type Phrase, phrase } from './outcome.ts';

/** A newer notice on transfers is known by its title only; what could be compared ends with the later ages' first day. */
export function newerOpinions({ edition, asOf }: Given): Phrase[] {
  return asOf >= namedDay(edition, 'later-retirement-start') ? [phrase('newer-opinions')] : [];
}
