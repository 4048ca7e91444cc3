/** Numbers, titles and command words, in every language, at any time. */

import { EMPTY_TALK, type Talk } from '../../../bot/conversation/talk.ts';
import { createCommandReader, type ReadCommand } from '../../../bot/conversation/understand/read-command.ts';
import { createWording } from '../../../bot/wording/index.ts';

const talk: Talk = {
  ...EMPTY_TALK,
  options: [
    { title: '详细说说', command: { do: 'more' } },
    { title: '换工作能退保吗？', command: { do: 'answer', entry: 'no-refund' } },
  ],
};

describe('A command', () => {
  let read: ReadCommand;
  beforeAll(async () => {
    read = createCommandReader(await createWording('locales'));
  });

  it.each(['2', '２', '2.', '第2个', '二', '第二个', ' 2 '])('"%s" chooses the second option', (message) => {
    expect(read(message, talk)).toEqual({ do: 'answer', entry: 'no-refund' });
  });

  it('is also the title of an option, with or without its punctuation', () => {
    expect(read('换工作能退保吗', talk)).toEqual({ do: 'answer', entry: 'no-refund' });
  });

  it.each([
    ['目录', { do: 'menu' }],
    ['下一条。', { do: 'next' }],
    ['轉人工', { do: 'person' }],
    ['Talk to a person', { do: 'person' }],
    ['👎', { do: 'rate', good: false }],
    ['繁體', { do: 'language', language: 'zh-Hant' }],
    ['English', { do: 'language', language: 'en' }],
    ['重新开始', { do: 'restart' }],
  ])('"%s" works without any option', (message, command) => {
    expect(read(message, EMPTY_TALK)).toEqual(command);
  });

  it.each(['7', '下一步要去哪里开证明', '人工费要不要交养老保险', '我有2个账户'])('"%s" is none', (message) => {
    expect(read(message, talk)).toBeUndefined();
  });
});
