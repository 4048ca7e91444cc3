/** What is known of a person's places, in one line. */
import { placeName, type TurnContext } from '../turn-context.ts';

/** "工作地 广东 · 户籍 河南" */
export function placesText(context: TurnContext): string {
  const { say, talk } = context;
  return (['work', 'hukou', 'from', 'to'] as const)
    .flatMap((role) => {
      const region = talk.places[role];
      if (region === undefined || (role === 'from' && region === talk.places.work)) return [];
      return [say(`chat:place.${role}`, { place: placeName(context, region) })];
    })
    .join(say('chat:place.separator'));
}
