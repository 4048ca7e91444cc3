/**
 * Where a message may be two questions: "转移要多久？另外要带什么材料". Places are only proposed here, the plainest first;
 * whether the halves really ask two things is decided by what they match (decide/choose-halves.ts).
 */

export type Plainness = 'announced' | 'sounding' | 'bare' | 'unmarked';

export interface Halves {
  readonly first: string;
  readonly second: string;
  /**
   * How plain it is that there are two. announced: by 另外, 还有, a question mark, a semicolon or a new line; sounding:
   * both halves sound like questions; bare: nothing but a comma or a space, as in "转移材料 办理时限"; unmarked: said in
   * one breath, as in "要带什么材料多久能办好".
   */
  readonly plainness: Plainness;
  /** Whether each half sounds like a question by itself; the start of a story does not. */
  readonly asks: readonly [boolean, boolean];
}

/** What makes a clause a question: words of asking, in any script, or its mark. */
const ASKS =
  /[?？]|([\u4e00-\u9fff])不\1|吗|么|呢|吧|咋|啥|怎|谁|哪|几|多少|多久|多长|如何|什么|为何|能不|可不|可以|能否|是否|要不|会不|是不|有没|算不|行不|得不|不\s*$|没\s*$|点样|點樣|乜|咩|边|邊|幾|定係|唔|嗎|麼|誰|什麼|\b(?:how|what|when|where|who|which|why|can|could|may|do|does|is|are|will|should|must)\b|\b(?:zenme|ma|shenme|duojiu|duoshao|nali|neng|ji)\b/i;

/** The same for a clause that ends in a comma: numbers, 不 and 几 stand in plain statements too. */
const CLEARLY_ASKS =
  /([\u4e00-\u9fff])不\1|吗$|嗎$|呢$|么$|麼$|吧$|咋|啥|怎么|怎样|怎麼|谁|誰|哪|多少|幾多|多久|幾耐|多长|如何|什么|什麼|能不|可不可|能否|可否|是否|要不要|会不会|是不是|有没有|算不算|行不行|得唔得|點|乜|咩|几[天年岁时个]{1,2}能|不$|没$|\b(?:how|what|when (?:can|do|does|did|is|will)|where|who|which|why|can i|do i|should i|is it)\b|zenme|shenme|duojiu|duoshao|nali|\bma$/i;

/** Words that announce another question. Not 同时 or 以及: they join things as often as questions. */
const ANNOUNCES =
  /另外|还有(?!没|多|几|什么用)|還有(?!沒|多|幾)|再问|再問|再一个|再一個|再就是|[顺順][便道](?!办|辦)|还想问|還想問|仲有|第二个问题|其次|another question|also,? |secondly|by the way|besides|hai ?you |ling ?wai |shun ?bian /gi;

/** The announcing words are no part of the second question. */
const ANNOUNCEMENT =
  /^(?:[\s，,、。；;:：]|另外|还有|還有|再问(?:一个|一下|下)?|再問(?:一個|一下|下)?|再一[个個]|再就是|[顺順][便道]再?(?:[问問](?:一?[下句])?|请问)?|还想问|還想問|仲有|第二个问题|其次|和|跟|以及|并且|而且|然后|同埋|and|also|secondly|besides|by the way|another question|hai ?you |ling ?wai |shun ?bian (?:wen )?)+/i;

/** Words that end a question in the middle of a breath; what follows may be the next one. */
const ENDS_ASKING =
  /吗|嗎|呢|嘛|啊|呀|(?<![怎这那])么(?!办)|咋(?:办|弄|整)|怎么(?:办|弄|整)|怎麼辦|多久|多少钱?|哪里|哪儿|边度|邊度|几年|幾年|几天|能不能[^，。？?\s]{1,6}(?=那)|[行成好得]不(?=[我那还能可要有是会])|啥(?!时候)|谁/g;

/** More questions announced than this are a list; it isn't answered by two of them. */
const MOST_ANNOUNCED = 4;
/** Ways to cut that are looked at, the plainest first. */
const MOST_HALVES = 8;
const PLAINEST_FIRST: readonly Plainness[] = ['announced', 'sounding', 'unmarked', 'bare'];
const LEAST_LETTERS = 3;
const LEAST_BARE_LETTERS = 2;

export function proposeHalves(message: string): Halves[] {
  const places = findPlaces(message);
  if ([...places.values()].filter((plainness) => plainness === 'announced').length > MOST_ANNOUNCED) return [];
  const halves: Halves[] = [];
  for (const [at, plainness] of [...places].sort(([a], [b]) => a - b)) {
    const first = message.slice(0, at).trim();
    const second = message.slice(at).replace(ANNOUNCEMENT, '').trim();
    const least = plainness === 'bare' ? LEAST_BARE_LETTERS : LEAST_LETTERS;
    if (lettersIn(first) < least || lettersIn(second) < least) continue;
    const asks = [ASKS.test(lastClauses(first)), ASKS.test(second)] as const;
    // Clauses of a story; in key words, which have nothing but a space between them, nothing asks either.
    if (plainness === 'bare' && !asks[0] && !asks[1] && /[，,、。]\s*$/.test(message.slice(0, at))) continue;
    halves.push({
      first,
      second,
      asks,
      plainness: plainness === 'bare' && asks[0] && asks[1] ? 'sounding' : plainness,
    });
  }
  return halves
    .sort((a, b) => PLAINEST_FIRST.indexOf(a.plainness) - PLAINEST_FIRST.indexOf(b.plainness))
    .slice(0, MOST_HALVES);
}

/** Places where a second question may begin. */
function findPlaces(message: string): Map<number, Plainness> {
  const places = new Map<number, Plainness>();
  const propose = (at: number, plainness: Plainness) => {
    if (!places.has(at)) places.set(at, plainness);
  };
  for (const mark of message.matchAll(/[?？;；\n]+/g)) propose(mark.index + mark[0].length, 'announced');
  for (const word of message.matchAll(ANNOUNCES)) propose(word.index, 'announced');
  for (const mark of message.matchAll(/[。!！，,、]+\s*|(?<=[\u3400-\u9fff])\s+/g))
    propose(mark.index + mark[0].length, 'bare');
  for (const word of message.matchAll(/和|跟|以及|并且|而且|然后|同埋/g))
    if (CLEARLY_ASKS.test(clauseBefore(message, word.index))) propose(word.index, 'sounding');
  for (const word of message.matchAll(/\b(?:and|or)\s+/gi)) propose(word.index, 'bare');
  for (const word of message.matchAll(ENDS_ASKING)) propose(word.index + word[0].length, 'unmarked');
  return places;
}

function clauseBefore(message: string, end: number): string {
  const text = message.slice(0, end).trimEnd();
  return text.slice(Math.max(...[...'，,。；;！!？?、\n'].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** A story may ask at its start and go on telling; what counts is whether it ends as a question. */
function lastClauses(text: string): string {
  const clauses = text.split(/[，,。；;\n]/).filter((clause) => clause.trim() !== '');
  return clauses.slice(-2).join('，');
}

export function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}
