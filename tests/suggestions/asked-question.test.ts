/** From the store's records to askings: each person once, nothing personal, nothing that was seen. */
import type { Feedback, OpenQuestion } from '../../bot/store/index.ts';
import { gatherAsked } from '../../bot/suggestions/index.ts';

const question = (id: string, text: string, more: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id,
  at: '2026-05-01T08:00:00.000Z',
  question: text,
  outcome: 'none',
  entries: [],
  confidence: 0,
  language: 'zh-CN',
  province: 'guangdong',
  status: 'open',
  ...more,
});

const rating = (text: string, more: Partial<Feedback> = {}): Feedback => ({
  at: '2026-05-02T08:00:00.000Z',
  entry: 'years',
  edition: '2026.02',
  rating: 'down',
  reason: '',
  question: text,
  language: 'zh-CN',
  region: 'guangdong',
  ...more,
});

const asIs = (text: string) => text;
const gather = (questions: OpenQuestion[], feedback: Feedback[] = [], mask = asIs) =>
  gatherAsked({ questions, feedback }, mask);

describe('Askings', () => {
  it('are the unanswered, the left and the 👎 questions, oldest first', () => {
    const asked = gather(
      [
        question('b', '第二个', { at: '2026-05-03T00:00:00.000Z' }),
        question('654321', '留下的', { at: '2026-05-04T00:00:00.000Z', outcome: 'left' }),
      ],
      [rating('没用'), rating('有用', { rating: 'up' }), rating('')],
    );
    expect(asked.map(({ text, unhelped }) => [text, unhelped])).toEqual([
      ['没用', 'years'],
      ['第二个', undefined],
      ['留下的', undefined],
    ]);
  });

  it('are masked as the conversation masks, whoever wrote the record', () => {
    const [asked] = gather([question('a', '我叫老王，几年')], [], (text) => text.replace('老王', '某某'));
    expect(asked?.text).toBe('我叫某某，几年');
  });

  it('count the same words from the same region within an hour once, and know all their records', () => {
    const asked = gather(
      [
        question('a', '怎么办', { at: '2026-05-01T08:00:00.000Z' }),
        question('123456', '怎么办', { at: '2026-05-01T08:59:00.000Z', outcome: 'left' }),
        question('c', '怎么办', { at: '2026-05-01T08:30:00.000Z', province: 'henan' }),
        question('d', '怎么办', { at: '2026-05-01T09:01:00.000Z' }),
      ],
      [rating('怎么办', { at: '2026-05-01T08:10:00.000Z' })],
    );
    expect(asked.map(({ region, records, unhelped }) => [region, records.length, unhelped])).toEqual([
      ['guangdong', 3, 'years'],
      ['henan', 1, undefined],
      ['guangdong', 1, undefined],
    ]);
  });

  it('leave out what was answered or closed', () => {
    const asked = gather([
      question('a', '甲', { status: 'answered' }),
      question('b', '乙', { status: 'closed' }),
      question('c', '丙', { status: 'taken' }),
    ]);
    expect(asked.map(({ text }) => text)).toEqual(['丙']);
  });

  it('leave out what an editor has seen, though its ticket is still open', () => {
    const left = question('123456', '留下的', { outcome: 'left' });
    const [first] = gather([left], [rating('没用')]).flatMap(({ records }) => records);
    const records = gather([left], [rating('没用')]).flatMap((asked) => asked.records);
    expect(first?.id).toBe('seen-123456');
    const seen = records.flatMap(({ add }) => add ?? []);
    expect(seen.map(({ question: words }) => words)).toEqual(['', '']);
    expect(gather([left, ...seen], [rating('没用')])).toEqual([]);
  });
});
