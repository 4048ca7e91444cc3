/** One question outside a talk: the command line asks through the very turn that the channels take. */
import { LANGUAGES, type Language, nearestName } from '../knowledge/index.ts';
import type { LocalWays, Match } from '../matching/index.ts';
import type { Snapshot } from '../service/index.ts';
import type { Wording } from '../wording/index.ts';
import { leaveOpen, openCase, openQuestionOf } from './case/case-flow.ts';
import { dayInChina } from './day-in-china.ts';
import { renderText } from './reply/render-text.ts';
import { type YaodianData, yaodianData } from './reply/to-activity.ts';
import { takeTurn } from './take-turn.ts';
import { EMPTY_TALK, type Reply, type Talk, type TurnResult } from './talk.ts';
import { createTurnContext, type TurnContext } from './turn-context.ts';
import { maskPersonalData } from './understand/mask-personal-data.ts';
import { regionOf } from './understand/note-places.ts';
import { createCommandReader } from './understand/read-command.ts';
import { readDay } from './understand/read-day.ts';

export interface OneQuestion {
  readonly question: string;
  readonly snapshot: Snapshot;
  readonly wording: Wording;
  readonly now: Date;
  readonly province?: string | undefined;
  readonly hukou?: string | undefined;
  readonly language?: string | undefined;
  /** YYYY-MM-DD, YYYY-MM or YYYY */
  readonly asOf?: string | undefined;
}

export interface AskedOnce {
  readonly text: string;
  readonly data: YaodianData & { readonly question: string; readonly confidence: number; readonly text: string };
  readonly match: Match;
  /** The differences of the region it was asked in, for whoever explains the match. */
  readonly local: LocalWays | undefined;
}

/** A setting that names something unknown: region, language or day. `hint` is the nearest known name. */
export class UnknownSettingError extends Error {
  override readonly name = 'UnknownSettingError';
  readonly setting: 'province' | 'hukou' | 'lang' | 'as-of';
  readonly given: string;
  readonly hint: string;
  constructor(setting: UnknownSettingError['setting'], given: string, hint: string) {
    super(`${setting}: ${given}`);
    this.setting = setting;
    this.given = given;
    this.hint = hint;
  }
}

/** @throws UnknownSettingError for a region, language or day that isn't one */
export async function askOnce(asked: OneQuestion): Promise<AskedOnce> {
  const { snapshot, wording } = asked;
  const tools = { wording, readCommand: createCommandReader(wording) };
  const today = dayInChina(asked.now);
  const message = maskPersonalData(asked.question).text;
  const talk = talkFor(asked);
  const result = takeTurn({ message, talk, snapshot, today, tools });
  const turn = createTurnContext(
    snapshot,
    result.talk,
    result.talk.chosenLanguage ?? result.talk.lastLanguage ?? 'zh-CN',
    today,
    tools,
  );
  const reply = result.reply ?? (await caseReply(turn, result));
  const text = renderText(reply.bubbles, reply.unnumbered ? [] : reply.options, turn.say);
  const region = regionOf(turn.talk, 'to') ?? regionOf(turn.talk, 'work');
  const local = region === undefined ? undefined : snapshot.localWays(region, turn.day);
  const match = snapshot.matcher.match(message, local);
  return {
    text,
    data: { question: message, confidence: match.parts[0]?.confidence ?? 0, ...yaodianData(turn, reply), text },
    match,
    local,
  };
}

/** A case that is complete in one sentence is worked out; of another the first thing missing is named. */
async function caseReply(turn: TurnContext, { begin }: TurnResult): Promise<Reply> {
  const nothing: Reply = { decision: 'none', entries: [], bubbles: [], options: [] };
  if (begin?.dialog !== 'case') return nothing;
  const opened = leaveOpen(turn, await openCase(turn, begin, { reminders: false }));
  if (opened.move !== 'goes-on') return nothing;
  const question = openQuestionOf(turn, opened.state);
  if (question === undefined) return { ...opened.reply, options: [] };
  // Nobody will answer here: what is missing is named, not asked with buttons.
  const said = opened.reply.bubbles.slice(0, -1);
  const text = turn.say('case-talk:missing', { question });
  return { ...opened.reply, bubbles: [...said, { kind: 'text', text }], options: [] };
}

function talkFor({ snapshot, province, hukou, language, asOf }: OneQuestion): Talk {
  const work = province === undefined ? undefined : knownRegion(snapshot, 'province', province);
  const home = hukou === undefined ? undefined : knownRegion(snapshot, 'hukou', hukou);
  return {
    ...EMPTY_TALK,
    places: { ...(work ? { work: work.province } : {}), ...(home ? { hukou: home.province } : {}) },
    cities: work?.city === undefined ? {} : { work: work.city },
    ...(language === undefined ? {} : { chosenLanguage: knownLanguage(language) }),
    ...(asOf === undefined ? {} : { asOf: knownDay(asOf) }),
  };
}

interface KnownRegion {
  readonly province: string;
  /** Its code, or the name of its overlay's folder. */
  readonly city?: string;
}

/** A region by id (`guangdong`, `guangdong/shenzhen`) or by name (广东, 深圳). */
function knownRegion(snapshot: Snapshot, setting: 'province' | 'hukou', given: string): KnownRegion {
  const [province = '', city] = given.split('/');
  if (snapshot.edition.regions.has(province)) return { province, ...(city === undefined ? {} : { city }) };
  const [found] = snapshot.findPlaces(given);
  if (found?.region !== undefined)
    return { province: found.region, ...(found.city === undefined ? {} : { city: found.city }) };
  throw new UnknownSettingError(setting, given, nearestName(province, snapshot.edition.regions.keys()));
}

function knownLanguage(given: string): Language {
  const found = LANGUAGES.find((language) => language.toLowerCase() === given.toLowerCase());
  if (found) return found;
  throw new UnknownSettingError('lang', given, LANGUAGES.join(', '));
}

function knownDay(given: string): string {
  const day = readDay(`as of ${given}`)?.day;
  if (day !== undefined) return day;
  throw new UnknownSettingError('as-of', given, 'YYYY-MM-DD');
}
