/** A reply as one Bot Framework activity: text or cards, buttons, and what was decided for clients and tests. */
import { type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { Language } from '../../knowledge/index.ts';
import type { Bubble, Reply } from '../talk.ts';
import { placeName, type TurnContext } from '../turn-context.ts';
import { drawsCards, isCard, renderCards } from './render-card.ts';
import { renderText } from './render-text.ts';

/** What each reply says of itself (`channelData.yaodian`). Our own page draws from it. */
export interface YaodianData {
  readonly decision: Reply['decision'];
  readonly entries: readonly string[];
  readonly province: string | undefined;
  readonly hukou: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string;
  readonly edition: string;
  /** The edition and every overlay that went into the reply. */
  readonly versions: readonly string[];
  readonly language: Language;
  readonly bubbles: readonly Bubble[];
  readonly options: readonly { readonly title: string }[];
  readonly places: readonly { readonly role: string; readonly region: string; readonly name: string }[];
}

/** @param context the turn after it was taken @param channelId decides between cards and text */
export function toActivity(context: TurnContext, reply: Reply, channelId: string | undefined): Partial<Activity> {
  const { say } = context;
  const cards = drawsCards(channelId) ? renderCards(reply.bubbles, say) : [];
  const spoken = cards.length > 0 ? reply.bubbles.filter(({ kind }) => !isCard(kind)) : reply.bubbles;
  const numbered = cards.length > 0 || drawsCards(channelId) || reply.unnumbered ? [] : reply.options;
  return {
    type: ActivityTypes.Message,
    text: renderText(spoken, numbered, say),
    // Screen readers and notifications get the whole answer, whatever is drawn.
    speak: renderText(reply.bubbles, [], say),
    inputHint: InputHints.ExpectingInput,
    locale: context.language,
    ...(cards.length > 0 ? { attachments: cards } : {}),
    suggestedActions: {
      to: [],
      actions: reply.options.map(({ title }) => ({ type: 'imBack', title, value: title })),
    },
    channelData: { yaodian: yaodianData(context, reply) },
  };
}

export function yaodianData(context: TurnContext, reply: Reply): YaodianData {
  const { talk, snapshot, day, language } = context;
  const versions = reply.bubbles.flatMap((bubble) => (bubble.kind === 'answer' ? bubble.answer.versions : []));
  return {
    decision: reply.decision,
    entries: reply.entries,
    province: talk.places.work,
    hukou: talk.places.hukou,
    from: talk.places.from,
    to: talk.places.to,
    asOf: day,
    edition: snapshot.edition.manifest.version,
    versions: [...new Set([snapshot.national.version, ...versions])],
    language,
    bubbles: reply.bubbles,
    options: reply.options.map(({ title }) => ({ title })),
    places: Object.entries(talk.places).flatMap(([role, region]) =>
      region === undefined ? [] : [{ role, region, name: placeName(context, region) }],
    ),
  };
}
