/** Authors held out together, so that what is learnt about strangers is learnt from strangers. */
import type { Asked } from '../../../bot/knowledge/index.ts';
import { groupVoices } from '../../../bot/matching/model/folds.ts';

const asked = (voices: Record<string, number>) =>
  Object.entries(voices).flatMap(([voice, ways]) =>
    Array.from({ length: ways }, (_, n) => ({ voice, text: `${voice} ${n}` }) as Asked),
  );

describe('Voices', () => {
  it('are each in one group', () => {
    const groups = groupVoices(asked({ a: 5, b: 4, c: 3, d: 3, e: 2, f: 2, g: 1, h: 1 }));
    expect(groups).toHaveLength(6);
    expect(groups.flat().sort()).toEqual([...'abcdefgh']);
  });

  it('of few ways go together, big ones stand alone', () => {
    const groups = groupVoices(asked({ big: 100, a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }));
    expect(groups).toContainEqual(['big']);
  });

  it('cannot be held out where there is but one', () => expect(groupVoices(asked({ only: 9 }))).toEqual([]));
});
