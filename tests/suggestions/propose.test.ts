/** The rules of what is proposed, one by one, on what the matcher might say. */
import type { Match, Outcome } from '../../bot/matching/index.ts';
import { findNearest, propose } from '../../bot/suggestions/propose.ts';

interface Said {
  readonly outcome: Outcome;
  readonly entry?: string;
  readonly neighbour?: string;
  readonly nearest?: readonly (readonly [string, number])[];
}

function judged(times: number, { outcome, entry, neighbour, nearest = [] }: Said, unhelped: string[] = []) {
  const match: Match = {
    language: 'zh-CN',
    parts: [
      {
        text: '',
        outcome,
        ...(entry ? { entry } : {}),
        ...(neighbour ? { neighbour } : {}),
        choices: [],
        confidence: 0,
        candidates: nearest.map(([id, confidence]) => ({ entry: id, confidence, nearest: '', evidence: {} })),
      },
    ],
  };
  return { times, unhelped, match };
}

describe('The proposal', () => {
  it('is to add a way of asking when the nearest entry is near enough', () => {
    const group = [judged(3, { outcome: 'clarify', nearest: [['years', 0.5]] })];
    expect(propose(group)).toEqual({ kind: 'add', entry: 'years' });
  });

  it('is a new entry when the nearest one is far', () => {
    const group = [judged(3, { outcome: 'none', nearest: [['years', 0.1]] })];
    expect(propose(group)).toEqual({ kind: 'new' });
  });

  it('is a new entry when the phrasings lie nearest to different ones', () => {
    const group = [
      judged(1, { outcome: 'none', nearest: [['years', 0.9]] }),
      judged(1, { outcome: 'none', nearest: [['procedure', 0.8]] }),
    ];
    expect(propose(group)).toEqual({ kind: 'new' });
  });

  it('is "not ours" when most askings are a neighbour’s, or no question', () => {
    const medical = judged(2, { outcome: 'not-ours', neighbour: 'medical', nearest: [['years', 0.6]] });
    expect(propose([medical, judged(1, { outcome: 'none' })])).toEqual({ kind: 'not-ours', of: 'medical' });
    expect(propose([judged(1, { outcome: 'smalltalk' })])).toEqual({ kind: 'not-ours', of: 'smalltalk' });
  });

  it('counts askings, not phrasings', () => {
    const often = judged(5, { outcome: 'none', nearest: [['years', 0.8]] });
    const twoOthers = [1, 2].map(() => judged(1, { outcome: 'not-ours', neighbour: 'medical' }));
    expect(propose([often, ...twoOthers])).toEqual({ kind: 'add', entry: 'years' });
  });

  it('is nothing to do when the edition answers it today', () => {
    const group = [judged(2, { outcome: 'answer', entry: 'years', nearest: [['years', 0.9]] })];
    expect(propose(group)).toEqual({ kind: 'answered', entry: 'years' });
  });

  it('is to read the entry again when just this answer was no use', () => {
    const answered = judged(2, { outcome: 'answer', entry: 'years', nearest: [['years', 0.9]] }, ['years']);
    expect(propose([answered])).toEqual({ kind: 'read-again', entry: 'years' });
    const near = judged(2, { outcome: 'clarify', nearest: [['years', 0.9]] }, ['years']);
    expect(propose([near])).toEqual({ kind: 'read-again', entry: 'years' });
  });

  it('is the other entry when the one that was no use isn’t the nearest any more', () => {
    const group = [judged(1, { outcome: 'clarify', nearest: [['years', 0.6]] }, ['procedure'])];
    expect(propose(group)).toEqual({ kind: 'add', entry: 'years' });
  });
});

describe('The nearest entry', () => {
  it('is the one with the highest mean confidence over all askings', () => {
    const group = [
      judged(3, { outcome: 'none', nearest: [['years', 0.4]] }),
      judged(1, { outcome: 'none', nearest: [['procedure', 0.8]] }),
    ];
    expect(findNearest(group)?.entry).toBe('years');
    expect(findNearest(group)?.confidence).toBeCloseTo(0.3);
  });

  it('is none where nothing is near', () => {
    expect(findNearest([judged(1, { outcome: 'none' })])).toBeUndefined();
  });
});
