/** The suggestion, and the phrasing of it, that an id on the command line means. */
import { findSuggestion, type Phrasing, type Suggestion } from '../../suggestions/index.ts';
import { type SuggestInput, UsageError } from './command.ts';

export interface Picked {
  readonly suggestion: Suggestion;
  readonly phrasing: Phrasing;
}

/** @throws UsageError when no id is given or nothing has it */
export function pickSuggestion({ operands, suggestions }: Pick<SuggestInput, 'operands' | 'suggestions'>): Picked {
  const [id] = operands;
  if (id === undefined) throw new UsageError('usage');
  const suggestion = findSuggestion(suggestions(), id);
  const phrasing = suggestion?.phrasings.find((one) => one.id === id);
  if (!suggestion || !phrasing) throw new UsageError('noSuchSuggestion', { id });
  return { suggestion, phrasing };
}
