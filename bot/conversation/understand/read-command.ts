/** Commands in words: a number or title of the last reply, a button, or one of the phrases in locales. */
import { LANGUAGES, type Language } from '../../knowledge/index.ts';
import type { Wording } from '../../wording/index.ts';
import type { Command, Option, Talk } from '../talk.ts';

/** Phrases longer than this are questions that merely begin with a command word. */
const LONGEST = 24;

const SIMPLE = [
  'menu',
  'help',
  'next',
  'previous',
  'person',
  'leave',
  'restart',
  'cancel',
  'more',
  'example',
  'source',
  'steps',
] as const;

export type ReadCommand = (message: string, talk: Talk) => Command | undefined;

/** Builds the reader once: every phrase of every language, whatever language the talk is in. */
export function createCommandReader(wording: Wording): ReadCommand {
  const phrases = new Map<string, Command>();
  const add = (language: Language, key: string, command: Command) => {
    for (const phrase of wording.list(language, `chat:command.${key}`)) phrases.set(plain(phrase), command);
  };
  for (const language of LANGUAGES) {
    for (const name of SIMPLE) add(language, name, { do: name });
    add(language, 'notThis', { do: 'not-this' });
    add(language, 'noneOfThese', { do: 'none-of-these' });
    add(language, 'good', { do: 'rate', good: true });
    add(language, 'bad', { do: 'rate', good: false });
    add(language, 'today', { do: 'as-of', day: undefined });
    add(language, 'case', { do: 'case' });
    for (const phrase of wording.list(language, 'case-talk:command.stopReminders'))
      phrases.set(plain(phrase), { do: 'case-stopReminders' });
    for (const other of LANGUAGES) add(language, other, { do: 'language', language: other });
  }
  return (message, talk) => {
    const text = plain(message);
    if (text === '' || text.length > LONGEST * 4) return undefined;
    return chosenOption(message, talk) ?? (text.length <= LONGEST ? phrases.get(text) : undefined);
  };
}

/**
 * "2", "２", "2." and "第二个" all choose the second option; so does its title.
 * @param byNumber false where a number is an answer
 */
export function chosenOption(
  message: string,
  talk: { readonly options: readonly Option[] },
  byNumber = true,
): Command | undefined {
  const text = plain(message);
  const number = /^第?([0-9]{1,2}|[一二三四五六七八九十])(?:个|條|条|项)?[.、。)）]?$/.exec(
    message.normalize('NFKC').trim(),
  )?.[1];
  if (byNumber && number !== undefined) {
    const index = /\d/.test(number) ? Number(number) : '一二三四五六七八九十'.indexOf(number) + 1;
    const option = talk.options[index - 1];
    if (option) return option.command;
  }
  return talk.options.find((option) => plain(option.title) === text)?.command;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。！!？?，,.\s]+$/u, '')
    .replace(/^\//, '');
}
