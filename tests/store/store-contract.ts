/** What every store must do, whatever database stands behind it. Given to each adapter by its own test file. */
import type { KeptActivity, OpenQuestion, Store } from '../../bot/store/index.ts';
import { StateConflictError } from '../../bot/store/index.ts';

/** A store that lives on after being closed, and a clock to turn. */
export interface StoreUnderTest {
  /** Opens the same database again. */
  readonly open: () => Promise<Store>;
  readonly setNow: (iso: string) => void;
}

const AT = '2026-03-01T08:00:00.000Z';

export function itKeepsItsPromises(prepare: () => Promise<StoreUnderTest>): void {
  let given: StoreUnderTest;
  let store: Store;

  beforeEach(async () => {
    given = await prepare();
    store = await given.open();
  });
  afterEach(() => store.close());

  async function reopen(): Promise<void> {
    await store.close();
    store = await given.open();
  }

  describe('state of talks', () => {
    it('gives nothing for a key never written', async () => {
      expect(await store.state.read(['a'])).toEqual({});
    });

    it('gives nothing for no key at all', async () => {
      expect(await store.state.read([])).toEqual({});
    });

    it('gives back what was written, with an eTag, also after a restart', async () => {
      await store.state.write({ a: { region: '广东', nested: { years: [8, 2] } } });
      await reopen();
      expect(await store.state.read(['a', 'b'])).toEqual({
        a: { region: '广东', nested: { years: [8, 2] }, eTag: expect.any(String) },
      });
    });

    it('accepts a write with the eTag that was read', async () => {
      await store.state.write({ a: { n: 1 } });
      const { a } = await store.state.read(['a']);
      await store.state.write({ a: { ...a, n: 2 } });
      expect((await store.state.read(['a'])).a.n).toBe(2);
    });

    it('refuses a write with an eTag that has been overtaken, and keeps the winner', async () => {
      await store.state.write({ a: { n: 1 } });
      const { a } = await store.state.read(['a']);
      await store.state.write({ a: { ...a, n: 2 } });
      await expect(store.state.write({ a: { ...a, n: 3 } })).rejects.toBeInstanceOf(StateConflictError);
      expect((await store.state.read(['a'])).a.n).toBe(2);
    });

    it('writes all changes of a turn or none', async () => {
      await store.state.write({ b: { n: 1 } });
      const { b } = await store.state.read(['b']);
      await store.state.write({ b: { ...b, n: 2 } });
      await expect(store.state.write({ a: { n: 9 }, b: { ...b, n: 9 } })).rejects.toBeInstanceOf(StateConflictError);
      expect(await store.state.read(['a'])).toEqual({});
    });

    it('lets the last writer win where no eTag or * is given', async () => {
      await store.state.write({ a: { n: 1 } });
      await store.state.write({ a: { n: 2, eTag: '*' } });
      await store.state.write({ a: { n: 3 } });
      expect((await store.state.read(['a'])).a.n).toBe(3);
    });

    it('forgets what is deleted', async () => {
      await store.state.write({ a: { n: 1 }, b: { n: 2 } });
      await store.state.delete(['a']);
      expect(Object.keys(await store.state.read(['a', 'b']))).toEqual(['b']);
    });

    it('loses no key when many turns write at the same time', async () => {
      const keys = Array.from({ length: 40 }, (_, i) => `key${i}`);
      await Promise.all(keys.map((key) => store.state.write({ [key]: { key } })));
      expect(Object.keys(await store.state.read(keys))).toHaveLength(40);
    });
  });

  describe('conversations', () => {
    it('finds a conversation after a restart, and none that never was', async () => {
      await store.startConversation({ id: 'c', user: 'u', startedAt: AT });
      await reopen();
      expect(await store.findConversation('c')).toEqual({ id: 'c', user: 'u', startedAt: AT });
      expect(await store.findConversation('d')).toBeUndefined();
    });

    it('leaves a conversation as it is when it is started again', async () => {
      await store.startConversation({ id: 'c', user: 'u', startedAt: AT });
      await store.startConversation({ id: 'c', user: 'other', startedAt: AT });
      expect(await store.findConversation('c')).toMatchObject({ user: 'u' });
    });

    it('gives activities in order from a watermark on, after a restart too', async () => {
      for (const sequence of [1, 3, 2]) await store.appendActivity(said(sequence));
      await store.appendActivity({ ...said(1), conversation: 'another' });
      await reopen();
      expect((await store.activitiesSince('c', 1, 10)).map(textOf)).toEqual(['第2句', '第3句']);
      expect((await store.activitiesSince('c', 0, 2)).map(textOf)).toEqual(['第1句', '第2句']);
      expect(await store.activitiesSince('c', 3, 10)).toEqual([]);
    });

    it('knows the last sequence of a conversation, 0 for an empty one', async () => {
      await store.appendActivity(said(7));
      expect(await store.lastSequence('c')).toBe(7);
      expect(await store.lastSequence('d')).toBe(0);
    });

    it('refuses a sequence that is taken and keeps what stands there', async () => {
      expect(await store.appendActivity(said(1))).toBe(true);
      expect(await store.appendActivity({ ...said(1), activity: { text: 'other' } })).toBe(false);
      expect((await store.activitiesSince('c', 0, 10)).map(textOf)).toEqual(['第1句']);
    });

    it('changes an activity in its place', async () => {
      await store.appendActivity(said(1));
      await store.replaceActivity('c', 1, { text: '改过' });
      expect((await store.activitiesSince('c', 0, 10)).map(textOf)).toEqual(['改过']);
    });

    it('gives each unanswered message to one caller only, oldest first', async () => {
      await store.appendActivity({ ...said(2), waiting: true, at: '2026-03-01T08:00:02.000Z' });
      await store.appendActivity({ ...said(1), waiting: true, at: '2026-03-01T08:00:01.000Z' });
      await store.appendActivity(said(3));
      const before = '2026-03-01T09:00:00.000Z';
      const claims = await Promise.all([store.claimUnanswered(before, before), store.claimUnanswered(before, before)]);
      expect(claims.flat().map(textOf)).toEqual(['第1句', '第2句']);
    });

    it('leaves alone a message that came after the given time, and one that is answered', async () => {
      await store.appendActivity({ ...said(1), waiting: true });
      await store.appendActivity({ ...said(2), waiting: true });
      await store.markAnswered('c', 1);
      expect(await store.claimUnanswered(AT, AT)).toEqual([]);
      const later = '2026-03-01T08:00:01.000Z';
      expect((await store.claimUnanswered(later, later)).map(textOf)).toEqual(['第2句']);
    });
  });

  describe('counts', () => {
    const key = { day: '2026-03-01', channel: 'directline', outcome: 'answer', entry: 'refused', region: 'guangdong' };

    it('adds up what is the same and keeps apart what is not', async () => {
      await store.countOutcome(key);
      await store.countOutcome(key);
      await store.countOutcome({ ...key, region: '' });
      expect(await store.outcomeCounts('2026-03-01', '2026-03-01')).toEqual([
        { ...key, n: 2 },
        { ...key, region: '', n: 1 },
      ]);
    });

    it('gives the days asked for, both ends included', async () => {
      for (const day of ['2026-02-28', '2026-03-01', '2026-03-02']) await store.countOutcome({ ...key, day });
      expect((await store.outcomeCounts('2026-03-01', '2026-03-02')).map((count) => count.day)).toEqual([
        '2026-03-01',
        '2026-03-02',
      ]);
    });

    it('counts every one of many at the same time', async () => {
      await Promise.all(Array.from({ length: 30 }, () => store.countOutcome(key)));
      expect(await store.outcomeCounts('2026-03-01', '2026-03-01')).toEqual([{ ...key, n: 30 }]);
    });
  });

  describe('reminders', () => {
    const reminder = {
      id: 'r1',
      conversation: 'c',
      at: '2026-03-02T01:00:00.000Z',
      message: { stage: 1, words: '提醒' },
    };

    it('come back when they are due, after a restart too, earliest first', async () => {
      await store.addReminder({ ...reminder, id: 'r2', at: '2026-03-03T01:00:00.000Z' });
      await store.addReminder(reminder);
      await reopen();
      expect(await store.claimReminders('2026-03-02T00:59:59.000Z', AT)).toEqual([]);
      const due = await store.claimReminders('2026-03-03T01:00:00.000Z', AT);
      expect(due.map(({ id }) => id)).toEqual(['r1', 'r2']);
      expect(due[0]).toEqual(reminder);
    });

    it('are given to one caller only, until that one has evidently failed', async () => {
      await store.addReminder(reminder);
      const at = '2026-03-02T01:00:00.000Z';
      const claims = await Promise.all([store.claimReminders(at, AT), store.claimReminders(at, AT)]);
      expect(claims.flat()).toHaveLength(1);
      const later = '2026-03-02T01:10:00.000Z';
      expect(await store.claimReminders(later, '2026-03-02T00:59:00.000Z')).toEqual([]);
      expect(await store.claimReminders(later, '2026-03-02T01:05:00.000Z')).toHaveLength(1);
    });

    it('are gone when they are done, or when their conversation wants none', async () => {
      for (const id of ['r1', 'r2', 'r3']) await store.addReminder({ ...reminder, id });
      await store.addReminder({ ...reminder, id: 'other', conversation: 'd' });
      await store.deleteReminder('r1');
      await store.deleteReminders('d');
      const due = await store.claimReminders('2026-03-04T01:00:00.000Z', AT);
      expect(due.map(({ id }) => id)).toEqual(['r2', 'r3']);
    });

    it('are replaced by a new one of the same name', async () => {
      await store.addReminder(reminder);
      await store.claimReminders('2026-03-02T01:00:00.000Z', AT);
      await store.addReminder({ ...reminder, at: '2026-03-05T01:00:00.000Z' });
      expect(await store.claimReminders('2026-03-04T01:00:00.000Z', AT)).toEqual([]);
      expect(await store.claimReminders('2026-03-05T01:00:00.000Z', AT)).toHaveLength(1);
    });
  });

  describe('feedback and open questions', () => {
    const feedback = {
      at: AT,
      entry: 'refused',
      edition: '2026.1',
      rating: 'down' as const,
      reason: '看不懂',
      question: '对方不收怎么办',
      language: 'zh-CN',
      region: '',
    };

    it('keeps a rating with all that an editor needs, newest first', async () => {
      await store.addFeedback(feedback);
      await store.addFeedback({ ...feedback, rating: 'up', at: '2026-03-02T08:00:00.000Z' });
      await store.addFeedback({ ...feedback, at: '2026-02-01T08:00:00.000Z' });
      expect(await store.feedbackSince(AT)).toEqual([
        { ...feedback, rating: 'up', at: '2026-03-02T08:00:00.000Z' },
        feedback,
      ]);
    });

    it('keeps an open question until it is closed', async () => {
      await store.addOpenQuestion(asked('t1'));
      await store.addOpenQuestion({ ...asked('t2'), at: '2026-03-02T08:00:00.000Z' });
      expect(await store.setQuestionStatus('t1', 'closed')).toBe(true);
      expect(await store.openQuestions('open')).toEqual([{ ...asked('t2'), at: '2026-03-02T08:00:00.000Z' }]);
      expect((await store.openQuestions()).map(({ id, status }) => [id, status])).toEqual([
        ['t2', 'open'],
        ['t1', 'closed'],
      ]);
    });

    it('keeps one question of a ticket that is written twice', async () => {
      await store.addOpenQuestion(asked('t1'));
      await store.addOpenQuestion(asked('t1'));
      expect(await store.openQuestions()).toHaveLength(1);
    });

    it('says that there is no such question', async () => {
      expect(await store.setQuestionStatus('nobody', 'closed')).toBe(false);
    });
  });

  describe('forgetting', () => {
    it('deletes old talk with its state and activities, and nothing that was touched since', async () => {
      given.setNow('2026-01-01T00:00:00.000Z');
      await store.state.write({ old: { n: 1 } });
      given.setNow('2026-03-01T00:00:00.000Z');
      await store.state.write({ young: { n: 1 } });
      await store.startConversation({ id: 'old', user: 'u', startedAt: '2026-01-01T00:00:00.000Z' });
      await store.appendActivity({ ...said(1), conversation: 'old', at: '2026-01-02T00:00:00.000Z' });
      // Started long ago but spoken in lately.
      await store.startConversation({ id: 'c', user: 'u', startedAt: '2026-01-01T00:00:00.000Z' });
      await store.appendActivity(said(1));

      const forgotten = await store.forget('2026-02-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');

      expect(forgotten).toEqual({ conversations: 1, states: 1, questions: 0 });
      expect(Object.keys(await store.state.read(['old', 'young']))).toEqual(['young']);
      expect(await store.findConversation('old')).toBeUndefined();
      expect(await store.activitiesSince('old', 0, 10)).toEqual([]);
      expect(await store.activitiesSince('c', 0, 10)).toHaveLength(1);
    });

    it('deletes old questions and ratings, but no counts', async () => {
      await store.addOpenQuestion({ ...asked('t1'), at: '2024-01-01T00:00:00.000Z' });
      await store.addOpenQuestion(asked('t2'));
      await store.countOutcome({ day: '2024-01-01', channel: '', outcome: 'none', entry: '', region: '' });
      const forgotten = await store.forget('2020-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');
      expect(forgotten).toEqual({ conversations: 0, states: 0, questions: 1 });
      expect((await store.openQuestions()).map(({ id }) => id)).toEqual(['t2']);
      expect(await store.outcomeCounts('2024-01-01', '2024-01-01')).toHaveLength(1);
    });
  });

  it('answers a ping', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
}

function said(sequence: number): KeptActivity {
  return {
    conversation: 'c',
    sequence,
    at: AT,
    activity: { type: 'message', text: `第${sequence}句` },
    waiting: false,
  };
}

function textOf({ activity }: KeptActivity): string | undefined {
  return activity.text;
}

function asked(id: string): OpenQuestion {
  return {
    id,
    at: AT,
    question: '断缴三年还算吗',
    outcome: 'none',
    entries: ['gap', 'refused'],
    confidence: 0.42,
    language: 'zh-CN',
    province: 'henan',
    status: 'open',
  };
}
