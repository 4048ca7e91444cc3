/** Welcome, topics, the list of a topic, and walking through the items one by one. */
import type { Option, Reply } from '../talk.ts';
import { answerFor, type TurnContext } from '../turn-context.ts';

/** Chips of what to begin with: the highlighted items and the first of the edition. */
const FIRST_OFFERED = 5;

export function welcomeReply(context: TurnContext): Reply {
  const { say } = context;
  return {
    decision: 'welcome',
    entries: [],
    bubbles: [
      { kind: 'text', text: [say('chat:welcome.hello'), say('chat:welcome.can'), say('chat:welcome.how')].join('\n') },
    ],
    options: [
      ...entryOptions(context, context.snapshot.national.ids().slice(0, FIRST_OFFERED)),
      { title: say('chat:option.menu'), command: { do: 'menu' } },
    ],
  };
}

export function menuReply(context: TurnContext): Reply {
  const { say, snapshot, speaker } = context;
  const highlighted = highlightedIds(context);
  const topics = snapshot.edition.manifest.topics.filter(({ id }) => idsOfTopic(context, id).length > 0);
  return {
    decision: 'menu',
    entries: highlighted,
    bubbles: [{ kind: 'text', text: say('chat:menu.topics', { attention: say('chat:menu.attention') }) }],
    options: [
      ...entryOptions(context, highlighted),
      ...topics.map((topic): Option => ({ title: speaker.say(topic.name), command: { do: 'topic', topic: topic.id } })),
    ],
  };
}

export function topicReply(context: TurnContext, topicId: string): Reply {
  const { say, snapshot, speaker } = context;
  const topic = snapshot.edition.manifest.topics.find(({ id }) => id === topicId);
  if (!topic) return menuReply(context);
  const ids = idsOfTopic(context, topicId);
  return {
    decision: 'menu',
    entries: ids,
    bubbles: [{ kind: 'text', text: say('chat:menu.entries', { topic: speaker.say(topic.name) }) }],
    options: [...entryOptions(context, ids), { title: say('chat:option.menu'), command: { do: 'menu' } }],
  };
}

/** The entry before or after the one last answered, in reading order; the first when nothing was answered. */
export function neighbouringEntry({ snapshot, talk }: TurnContext, step: 1 | -1): string | undefined {
  const ids = snapshot.national.ids();
  const at = talk.last ? ids.indexOf(talk.last.entry) : -1;
  if (at < 0) return ids[step === 1 ? 0 : ids.length - 1];
  return ids[(at + step + ids.length) % ids.length];
}

function idsOfTopic({ snapshot }: TurnContext, topic: string): string[] {
  return snapshot.national.ids().filter((id) => snapshot.edition.entries.get(id)?.topic === topic);
}

function highlightedIds({ snapshot }: TurnContext): string[] {
  const { attention } = snapshot.edition.manifest;
  return snapshot.national.ids().filter((id) => {
    const item = snapshot.edition.entries.get(id)?.item;
    return item !== undefined && attention.includes(item);
  });
}

/** Titles carry the item number, and a mark when the letter asks to mind it. */
function entryOptions(context: TurnContext, ids: readonly string[]): Option[] {
  const { say, snapshot } = context;
  return ids.flatMap((id): Option[] => {
    const said = answerFor(context, id);
    if (!said) return [];
    const item = snapshot.edition.entries.get(id)?.item;
    const highlighted = item !== undefined && snapshot.edition.manifest.attention.includes(item);
    const mark = `${highlighted ? say('chat:menu.highlight') : ''}${item === undefined ? '' : say('chat:menu.item', { item })}`;
    return [
      { title: say('chat:menu.entryLine', { mark, question: said.question }), command: { do: 'answer', entry: id } },
    ];
  });
}
