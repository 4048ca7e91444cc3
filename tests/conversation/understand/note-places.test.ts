/** What is remembered of places: provinces for everything, and the city where one was named, for its own overlay. */
import { endsOfMove, notePlaces } from '../../../bot/conversation/understand/note-places.ts';
import { loadEdition } from '../../../bot/knowledge/index.ts';
import { createPlaceFinder } from '../../../bot/matching/index.ts';
import { OVERLAY_KNOWLEDGE } from '../../helpers/copied-overlays.ts';

const find = createPlaceFinder(loadEdition(OVERLAY_KNOWLEDGE));
const NOTHING: Parameters<typeof notePlaces>[1] = { places: {} };
const noted = (...messages: string[]) =>
  messages.reduce((before, message) => notePlaces(message, before, find), NOTHING);

describe('A city', () => {
  it('is remembered beside its province', () => {
    expect(noted('我在深圳打工')).toMatchObject({ places: { work: 'guangdong' }, cities: { work: '4403' } });
  });

  it('holds when the province alone is named later, and goes with the province', () => {
    expect(noted('我在深圳打工', '我在广东上班').cities).toEqual({ work: '4403' });
    expect(noted('我在深圳打工', '我在河南上班')).toMatchObject({ places: { work: 'henan' }, cities: {} });
  });

  it('speaks for its end of the move', () => {
    expect(endsOfMove(noted('我在深圳打工'))).toEqual({ origin: 'guangdong/4403', destination: 'guangdong/4403' });
    expect(endsOfMove(noted('我在深圳打工', '要转到河南去'))).toEqual({
      origin: 'guangdong/4403',
      destination: 'henan',
    });
    expect(endsOfMove(noted('我要从河南转到深圳'))).toEqual({ origin: 'henan', destination: 'guangdong/4403' });
  });

  it('that is moved to within its province is the one place that speaks', () => {
    expect(endsOfMove(noted('我在深圳打工', '要转到东莞去'))).toEqual({
      origin: undefined,
      destination: 'guangdong/4419',
    });
  });
});
