/** Without a name: what people asked and nothing answered, group by group, with what may be done about it. */
import { dayInChina } from '../../conversation/index.ts';
import { createSpeaker, type Edition } from '../../knowledge/index.ts';
import { SHOWN, type Suggestion } from '../../suggestions/index.ts';
import { type SuggestCommand, type SuggestInput, UsageError } from './command.ts';

export const list: SuggestCommand = async (input) => {
  const { options, say, print, suggestions, storeName } = input;
  const { since } = options;
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new UsageError('badDay', { day: since });
  const least = options.least === undefined ? 1 : Number(options.least);
  if (!Number.isInteger(least) || least < 1) throw new UsageError('badLeast', { least: options.least ?? '' });
  const found = suggestions(since).filter(({ count }) => count >= least);
  if (options.json) {
    // The records behind a question are the store's business.
    print(
      JSON.stringify(
        found.map(({ questions: _, ...shown }) => shown),
        null,
        2,
      ),
    );
    return 0;
  }
  if (found.length === 0) print(say('list.none', { store: storeName }));
  for (const suggestion of found) {
    print(sayHead(suggestion, input));
    for (const line of bodyOf(suggestion, input)) print(`    ${line}`);
    print('');
  }
  if (found.length > 0)
    print(say('list.total', { groups: found.length, times: found.reduce((sum, { count }) => sum + count, 0) }));
  return 0;
};

function sayHead({ id, count, phrasings, unhelped, first, last }: Suggestion, { say }: SuggestInput): string {
  const text = phrasings[0]?.text ?? '';
  const [from, until] = [first, last].map((at) => dayInChina(new Date(at)));
  const days =
    from === until ? say('list.day', { day: from ?? '' }) : say('list.days', { from: from ?? '', until: until ?? '' });
  const thumbs = unhelped > 0 ? say('list.unhelped', { unhelped }) : '';
  return say('list.head', { id, times: count, text, days, thumbs });
}

function bodyOf(suggestion: Suggestion, input: SuggestInput): string[] {
  const { say, edition, language, today } = input;
  const { phrasings, nearest, proposal, id } = suggestion;
  const others = phrasings
    .slice(1, SHOWN.examples)
    .map((phrasing) => say('list.also', { id: phrasing.id, text: phrasing.text, times: phrasing.count }));
  const more = phrasings.length - 1 - others.length;
  const question = nearest && edition.entries.get(nearest.entry)?.question;
  return [
    ...others,
    ...(more > 0 ? [say('list.more', { more })] : []),
    say('list.who', { languages: sayLanguages(suggestion, edition), regions: sayRegions(suggestion, input) }),
    nearest && question
      ? say('list.nearest', {
          entry: nearest.entry,
          question: createSpeaker(edition, language, today).say(question),
          percent: Math.round(nearest.confidence * 100),
        })
      : say('list.noNearest'),
    say(`proposal.${proposal.kind}`, { id, ...proposal }),
  ];
}

function sayLanguages({ languages }: Suggestion, edition: Edition): string {
  const nameOf = (tag: string) => edition.manifest.languages.find((language) => language.tag === tag)?.name ?? tag;
  return languages.map(({ name, count }) => `${nameOf(name)} ${count}`).join(', ');
}

function sayRegions({ regions }: Suggestion, { edition, language, say }: SuggestInput): string {
  const nameOf = (id: string) => {
    const region = edition.regions.get(id);
    if (id === '') return say('list.noRegion');
    if (!region) return id;
    if (language === 'en') return region.en;
    return language === 'zh-Hant' ? region.zh_hant.short : region.zh_hans.short;
  };
  return regions.map(({ name, count }) => `${nameOf(name)} ${count}`).join(', ');
}
