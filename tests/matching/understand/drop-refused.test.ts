/** What a message refuses is not what it asks, where it says what it wants instead. */
import { dropRefused } from '../../../bot/matching/understand/drop-refused.ts';

describe('A refused clause', () => {
  it.each([
    ['我不想退保，想把社保转到新单位', '想把社保转到新单位'],
    ["i don't want to cash out, i want to transfer", 'i want to transfer'],
    ['唔想退保，我想转去广州', '我想转去广州'],
  ])('of %s is left out', (message, rest) => expect(dropRefused(message).trim()).toBe(rest));

  it.each(['不想交了，怎么办', '我不想退保', '想退保，不想再交了', '不想在这干了，社保怎么弄', '退保'])(
    'stays where nothing else is wanted: %s',
    (message) => expect(dropRefused(message)).toBe(message),
  );
});
