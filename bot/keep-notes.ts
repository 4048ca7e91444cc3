/** What a turn notes goes into the store: counts, ratings, and questions for editors and staff. */
import { randomUUID } from 'node:crypto';
import { dayInChina, type NoteKeeper } from './conversation/index.ts';
import type { Store } from './store/index.ts';

/** @param store one that doesn't fail a turn when the database is away */
export function createNoteKeeper(store: Store): NoteKeeper {
  return {
    async keep(note, { at, channel, edition, language, region = '' }) {
      const when = at.toISOString();
      const asked = { at: when, language, province: region, status: 'open' as const };
      switch (note.kind) {
        case 'outcome': {
          const { outcome, entry = '' } = note;
          return await store.countOutcome({ day: dayInChina(at), channel, outcome, entry, region });
        }
        case 'open-question': {
          const { question, outcome, entries, confidence } = note;
          return await store.addOpenQuestion({ ...asked, id: randomUUID(), question, outcome, entries, confidence });
        }
        case 'left-question': {
          const { question, ticket } = note;
          return await store.addOpenQuestion({
            ...asked,
            id: ticket,
            question,
            outcome: 'left',
            entries: [],
            confidence: 0,
          });
        }
        case 'rating': {
          const { good, entry = '', question = '', reason = '' } = note;
          const rating = good ? 'up' : 'down';
          return await store.addFeedback({ at: when, entry, edition, rating, reason, question, language, region });
        }
      }
    },
  };
}
