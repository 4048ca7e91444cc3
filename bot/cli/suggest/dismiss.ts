/** `dismiss ID`: nothing is to be done about these; they are not suggested again. */
import { markSeen } from '../../suggestions/index.ts';
import type { SuggestCommand } from './command.ts';
import { pickSuggestion } from './pick-suggestion.ts';

export const dismiss: SuggestCommand = async (input) => {
  const { suggestion } = pickSuggestion(input);
  const times = await markSeen(input.store, suggestion, 'closed');
  input.print(input.say('dismiss.done', { times, text: suggestion.phrasings[0]?.text ?? '' }));
  return 0;
};
