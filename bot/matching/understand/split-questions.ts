/**
 * Where a message may be two questions: "转移要多久？另外要带什么材料". Only places with a question on either side are
 * proposed; whether the halves really ask two things is decided by what they match.
 */

export interface Halves {
  readonly first: string;
  readonly second: string;
}

/** What makes a clause a question: words of asking, in any script, or its mark. */
const ASKS =
  /[?？]|吗|么|呢|咋|啥|怎|谁|哪|几|多少|多久|多长|如何|什么|为何|能不|可不|可以|能否|是否|要不|会不|是不|有没|算不|行不|得不|不\s*$|没\s*$|点样|點樣|乜|咩|边|邊|幾|定係|唔|嗎|麼|誰|什麼|\b(?:how|what|when|where|who|which|why|can|could|may|do|does|is|are|will|should|must)\b|\b(?:zenme|ma|shenme|duojiu|duoshao|nali|neng|ji)\b/i;

/** Words that announce another question. */
const ANOTHER =
  /(?:另外|还有|還有|再问|再問|顺便|順便|以及|同时|同時|第二|其次|仲有|还想问|還想問|and also|also|and then|another question|secondly|besides|haiyou|lingwai)/gi;

/** Longer messages are stories; more places than this would cost more time than they can bring. */
const MOST_PLACES = 4;
const LEAST_LENGTH = 3;

export function proposeHalves(message: string): Halves[] {
  const ends = new Set<number>();
  for (const mark of message.matchAll(/[?？。；;!！\n]+/g)) ends.add(mark.index + mark[0].length);
  for (const word of message.matchAll(ANOTHER)) ends.add(word.index);
  // A space or comma parts two questions only if the first has plainly ended as one (…吗 …, …多久，…).
  for (const comma of message.matchAll(/(?<=[吗呢么嗎麼]|多久|多少|怎么办|咋办|哪里|什么|不)[\s，,、]+/g)) ends.add(comma.index + comma[0].length);
  for (const word of message.matchAll(/\b(?:and)\s+(?=how|what|when|where|who|can|do|does|is|will|should|must)/gi)) ends.add(word.index);
  const halves: Halves[] = [];
  for (const end of [...ends].sort((a, b) => a - b)) {
    const first = message.slice(0, end).trim();
    const second = message.slice(end).replace(ANOTHER, '').replace(/^[\s，,、。；;]+/, '').trim();
    if (lettersIn(first) < LEAST_LENGTH || lettersIn(second) < LEAST_LENGTH) continue;
    if (ASKS.test(lastClause(first)) && ASKS.test(second)) halves.push({ first, second });
  }
  return halves.length > MOST_PLACES ? [] : halves;
}

/** A story may ask at its start and go on telling; what counts is whether it ends as a question. */
function lastClause(text: string): string {
  const clauses = text.split(/[，,。；;\n]/).filter((clause) => clause.trim() !== '');
  return clauses.slice(-2).join('，');
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}
