/** From activities to what the page shows. */
import type { Activity } from 'botbuilder';
import { readTalk, recentOf } from '../../../bot/channels/page/read-talk.ts';

type Said = Partial<Activity>;

const person = (text: string, more: Said = {}): Said =>
  ({ type: 'message', text, from: { id: 'p', name: '', role: 'user' }, ...more }) as Said;
const bot = (decision: string, more: Said = {}): Said =>
  ({
    type: 'message',
    text: 'x',
    from: { id: 'b', name: '', role: 'bot' },
    channelData: { yaodian: { decision, bubbles: [{ kind: 'text', text: 'x' }], options: [], places: [] } },
    ...more,
  }) as Said;
const staffStatus = (state: string): Said => ({ type: 'event', name: 'handoff.status', value: { state } }) as Said;
const kinds = (activities: Said[], after?: number) => readTalk(activities, after).pieces.map(({ kind }) => kind);

describe('Reading a talk', () => {
  it('shows what was said, in order, and leaves out what is only for machines', () => {
    expect(kinds([person('你好'), { type: 'typing' } as Said, bot('answer')])).toEqual(['person', 'bot']);
  });

  it('leaves out the first hello, which the page says itself, but not one that was asked for', () => {
    expect(kinds([bot('welcome'), person('怎么用'), bot('welcome')])).toEqual(['person', 'bot']);
  });

  it('leaves out settings that the page sent, and what the bot said to them', () => {
    const quiet = person('English', { id: 'q', channelData: { quiet: true } });
    expect(kinds([quiet, bot('setting', { replyToId: 'q' }), person('hello'), bot('answer')])).toEqual([
      'person',
      'bot',
    ]);
  });

  it('gives only what is new to a page that has the rest', () => {
    const said = [person('一'), bot('answer'), person('二'), bot('none')];
    expect(kinds(said, 2)).toEqual(['person', 'bot']);
    expect(readTalk(said, 4).last?.decision).toBe('none');
  });

  it('knows when a person of the staff has taken over and when they are done', () => {
    const taken = [person('找人工'), staffStatus('accepted'), bot('', { channelData: {}, text: '你好，我姓王' })];
    expect(kinds(taken)).toEqual(['person', 'handover', 'staff']);
    expect(readTalk(taken).staffed).toBe(true);
    expect(readTalk([...taken, staffStatus('completed')]).staffed).toBe(false);
  });

  it('keeps a page of a long talk short', () => {
    const long = Array.from({ length: 100 }, (_, index) => person(String(index)));
    const recent = recentOf(readTalk(long)).pieces;
    expect(recent.length).toBeLessThan(30);
    expect(recent.at(-1)).toEqual({ kind: 'person', text: '99' });
  });

  it.each([
    ['no data', {}],
    ['data of another shape', { channelData: { yaodian: { bubbles: 'none' } } }],
    ['data that is no object', { channelData: 7 }],
  ])('shows the plain words of a reply with %s', (_what, more) => {
    const { pieces } = readTalk([bot('', { channelData: undefined, text: '就这样', ...more } as Said)]);
    expect(pieces).toEqual([{ kind: 'plain', text: '就这样' }]);
  });
});
