import { createRateLimit } from '../../../bot/channels/http/index.ts';

describe('a limit of so many a minute', () => {
  let seconds: number;
  const now = () => new Date(seconds * 1_000);
  beforeEach(() => {
    seconds = 1_000_000;
  });

  it('lets a burst of as many through, then says how long to wait', () => {
    const limit = createRateLimit(3, now);
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 20]);
  });

  it('fills evenly over the minute', () => {
    const limit = createRateLimit(3, now);
    for (let i = 0; i < 3; i++) limit.take('a');
    seconds += 19;
    expect(limit.take('a')).toBe(1);
    seconds += 1;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(20);
  });

  it('never holds more than a minute’s worth', () => {
    const limit = createRateLimit(2, now);
    limit.take('a');
    seconds += 86_400;
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 30]);
  });

  it('counts each key by itself', () => {
    const limit = createRateLimit(1, now);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 60]);
  });

  it('does not punish for trying in vain', () => {
    const limit = createRateLimit(1, now);
    for (let i = 0; i < 100; i++) limit.take('a');
    seconds += 60;
    expect(limit.take('a')).toBe(0);
  });
});
