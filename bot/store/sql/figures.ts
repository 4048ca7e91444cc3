/** Counts of outcomes, ratings, and questions that are left for the staff. */
import { randomUUID } from 'node:crypto';
import type { Feedback, OpenQuestion, Store } from '../store.ts';
import { QUESTION_STATUSES } from '../store.ts';
import type { Database, Tables } from './tables.ts';

type FiguresPart = Pick<
  Store,
  | 'countOutcome'
  | 'outcomeCounts'
  | 'addFeedback'
  | 'feedbackSince'
  | 'addOpenQuestion'
  | 'openQuestions'
  | 'setQuestionStatus'
>;

export function createFigures(db: Database): FiguresPart {
  return {
    async countOutcome({ day, channel, outcome, entry, region }) {
      await db
        .insertInto('outcome_counts')
        .values({ day, channel, outcome, entry, region, n: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'channel', 'outcome', 'entry', 'region'])
            .doUpdateSet((set) => ({ n: set('outcome_counts.n', '+', 1) })),
        )
        .execute();
    },

    async outcomeCounts(from, until) {
      return await db
        .selectFrom('outcome_counts')
        .selectAll()
        .where('day', '>=', from)
        .where('day', '<=', until)
        .orderBy('day')
        .orderBy('n', 'desc')
        .orderBy('outcome')
        .orderBy('entry')
        .execute();
    },

    async addFeedback({ at, entry, edition, rating, reason, question, language, region }) {
      await db
        .insertInto('feedback')
        .values({ id: randomUUID(), at, entry, edition, rating, reason, question, language, region })
        .execute();
    },

    async feedbackSince(since) {
      const rows = await db.selectFrom('feedback').selectAll().where('at', '>=', since).orderBy('at', 'desc').execute();
      return rows.map(({ id: _, rating, ...row }): Feedback => ({ ...row, rating: rating === 'up' ? 'up' : 'down' }));
    },

    async addOpenQuestion(question) {
      await db
        .insertInto('open_questions')
        .values({ ...question, entries: JSON.stringify(question.entries) })
        // The same ticket twice is a write that was tried again.
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async openQuestions(status) {
      const all = db.selectFrom('open_questions').selectAll().orderBy('at', 'desc');
      const rows = await (status === undefined ? all : all.where('status', '=', status)).execute();
      return rows.map(questionOf);
    },

    async setQuestionStatus(id, status) {
      const { numUpdatedRows } = await db
        .updateTable('open_questions')
        .set({ status })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function questionOf(row: Tables['open_questions']): OpenQuestion {
  const status = QUESTION_STATUSES.find((known) => known === row.status) ?? 'open';
  return { ...row, entries: JSON.parse(row.entries), status };
}
