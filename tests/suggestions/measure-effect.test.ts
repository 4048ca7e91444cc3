/** Which known questions are answered otherwise, and whether that is better or worse. */
import path from 'node:path';
import { loadEdition } from '../../bot/knowledge/index.ts';
import type { Matcher } from '../../bot/matching/index.ts';
import { measureEffect, ownQuestions } from '../../bot/suggestions/index.ts';

/** Answers with the entries given for a question; with none, not at all. */
const answering = (answers: Record<string, string[]>): Pick<Matcher, 'match'> => ({
  match: (text) => {
    const entries = answers[text] ?? [];
    const nothing = { text, outcome: 'none' as const, choices: [], confidence: 0, candidates: [] };
    const parts = entries.map((entry) => ({ ...nothing, outcome: 'answer' as const, entry }));
    return { language: 'zh-CN', parts: parts.length > 0 ? parts : [nothing] };
  },
});

describe('The effect of a change', () => {
  it('lists what is answered otherwise, the worse first', () => {
    const before = answering({ stays: ['a'], lost: ['a'], wrong: ['c'], both: ['a'] });
    const after = answering({ stays: ['a'], lost: ['b'], found: ['a'], wrong: ['d'], quiet: ['a'], both: ['a', 'b'] });
    const effect = measureEffect(
      [
        { q: 'stays', ids: ['a'] },
        { q: 'found', ids: ['a'] },
        { q: 'wrong', ids: ['a'] },
        { q: 'lost', ids: ['a'] },
        { q: 'quiet', ids: [] },
        { q: 'both', ids: ['a', 'b'], both: true },
      ],
      before,
      after,
    );
    expect(effect).toEqual({
      questions: 6,
      rightBefore: 3,
      rightAfter: 3,
      changed: [
        { question: 'lost', right: ['a'], before: 'a', after: 'b', change: 'worse' },
        { question: 'quiet', right: [], before: 'none', after: 'a', change: 'worse' },
        { question: 'found', right: ['a'], before: 'none', after: 'a', change: 'better' },
        { question: 'both', right: ['a', 'b'], before: 'a', after: 'a + b', change: 'better' },
        { question: 'wrong', right: ['a'], before: 'c', after: 'd', change: 'other' },
      ],
    });
  });

  it('is measured on what the entries test themselves with', () => {
    const edition = loadEdition(path.resolve('tests/fixtures/small-edition'));
    expect(ownQuestions(edition)).toEqual([
      { q: '要几天', ids: ['procedure'] },
      { q: 'how many days', ids: ['procedure'] },
      { q: '今天天气怎么样', ids: [] },
      { q: '缴多久才够', ids: ['years'] },
      { q: 'how many years', ids: ['years'] },
    ]);
  });
});
