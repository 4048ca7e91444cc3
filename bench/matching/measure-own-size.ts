/** Yaodian as it runs: the whole edition with neighbours and intents, the kept model, and as-you-type. */
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, readModel } from '../../bot/matching/index.ts';
import { HitCounter } from './count-hits.ts';
import { toEngine } from './engines/yaodian.ts';
import { KNOWLEDGE } from './engines.ts';
import type { OwnSizeJob, OwnSizeResult } from './job.ts';
import { spread } from './spread.ts';
import { timeQueries } from './timing.ts';

/** Entries offered while typing. */
const OFFERED = 8;
/** A prefix each of this many questions; longer ones find little and are quicker. */
const PREFIX_QUESTIONS = 1000;
const LONGEST_PREFIX = 12;

export async function measureOwnSize({ questions, limit }: OwnSizeJob): Promise<OwnSizeResult> {
  const edition = loadEdition(KNOWLEDGE);
  const matcher = createMatcher(edition, readModel(KNOWLEDGE));
  const engine = toEngine(matcher);
  const counter = new HitCounter();
  for (const question of questions) counter.add(question, await engine.ask(question.q));
  const labelled = await timeQueries(questions, limit, ({ q }) => matcher.match(q));
  const texts = spread(edition.asked).map(({ text }) => text);
  const own = await timeQueries(texts.slice(0, 2000), limit, (text) => matcher.match(text));
  const begun = [...questions.map(({ q }) => q), ...texts].slice(0, PREFIX_QUESTIONS);
  const prefixes = begun.map((text, n) => [...text].slice(0, 1 + (n % LONGEST_PREFIX)).join(''));
  return {
    ways: edition.asked.length,
    labelled: { timing: labelled, hits: counter.hits },
    own,
    prefixes: await timeQueries(prefixes, limit, (prefix) => matcher.complete(prefix, OFFERED)),
  };
}
