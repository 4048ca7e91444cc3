/** `npm run suggest`: what an editor sees and does, on a real store in which a bot has kept its notes. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runSuggest } from '../../bot/cli/suggest/run-suggest.ts';
import { maskPersonalData } from '../../bot/conversation/index.ts';
import { createNoteKeeper } from '../../bot/keep-notes.ts';
import { loadEdition } from '../../bot/knowledge/index.ts';
import { createMatcher, readModel, trainModel, writeModel } from '../../bot/matching/index.ts';
import { openSqlite, type Store } from '../../bot/store/index.ts';
import { gatherAsked, makeSuggestions, type Suggestion } from '../../bot/suggestions/index.ts';
import { type CopiedEdition, copySmallEdition } from '../helpers/copied-edition.ts';
import { type Ran, runCommand } from '../helpers/run-command.ts';

let edition: CopiedEdition;
let data: string;

beforeEach(() => {
  edition = copySmallEdition();
  data = path.join(edition.folder, 'data');
});
afterEach(() => edition.remove());

/** Works on the store as the server would, and closes it again. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqlite(path.join(data, 'yaodian.sqlite'), () => new Date('2026-05-20T00:00:00Z'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

interface Note {
  readonly day?: string;
  readonly region?: string;
  readonly language?: string;
}

const about = ({ day = '2026-05-01', region = 'guangdong', language = 'zh-CN' }: Note) => ({
  at: new Date(`${day}T08:00:00Z`),
  channel: 'test',
  edition: '2026.02',
  language,
  region,
});

/** What the bot keeps when it finds nothing. */
const unanswered = (question: string, note: Note = {}) =>
  withStore((store) =>
    createNoteKeeper(store).keep(
      { kind: 'open-question', question, outcome: 'none', entries: [], confidence: 0 },
      about(note),
    ),
  );
const thumbsDown = (question: string, entry: string, note: Note = {}) =>
  withStore((store) =>
    createNoteKeeper(store).keep({ kind: 'rating', good: false, entry, question, reason: '' }, about(note)),
  );
const left = (question: string, ticket: string) =>
  withStore((store) => createNoteKeeper(store).keep({ kind: 'left-question', question, ticket }, about({})));

/** The command as its program runs it, with what it prints caught. */
async function suggest(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runSuggest([...args, ...where()], {
    environment: {},
    now: () => new Date('2026-05-20T00:00:00Z'),
    print: (line) => out.push(`${line}\n`),
    printTable: (rows) => out.push(...rows.map((row) => `${Object.values(row).join(' | ')}\n`)),
    tell: (line) => errors.push(`${line}\n`),
  });
  return { code, out: out.join(''), errors: errors.join('') };
}
const where = () => ['--lang', 'en', '--knowledge', edition.folder, '--data', data];

/** What is open, without starting the command once more. */
const open = (): Promise<Suggestion[]> =>
  withStore(async (store) => {
    const kept = { questions: await store.openQuestions(), feedback: await store.feedbackSince('') };
    const asked = gatherAsked(kept, (text) => maskPersonalData(text).text);
    const known = loadEdition(edition.folder);
    return makeSuggestions(asked, { edition: known, matcher: createMatcher(known) });
  });
const idOf = async (text: string) => {
  const phrasings = (await open()).flatMap((suggestion) => suggestion.phrasings);
  return phrasings.find((phrasing) => phrasing.text === text)?.id ?? '';
};
const countOf = ({ count }: { readonly count: number }) => count;
const read = (file: string) => readFileSync(path.join(edition.folder, file), 'utf8');

/** Nothing that the small edition has an answer to. */
const STRANGE = '厂子倒闭以后转移找谁盖章';

/** As an editor writes it by hand, comments and all. */
const BLOCKS = `of: procedure # how long
asked:
  # one voice
  someone:
    plain:
      - 办转移要几天 # the commonest
      - 多久能办好
      - 转一次要等多长时间
    english: [how long does a transfer take]
# the end
`;

describe('suggest', () => {
  it('shows each group in words: how often, when, where, in which words, what is near, what to do', async () => {
    await unanswered('厂子倒闭以后转移找谁盖章');
    await unanswered('厂子倒闭以后转移找谁盖章', { day: '2026-05-03' });
    await unanswered('厂子倒闭了以后转移找谁盖章呀', { day: '2026-05-04', region: 'henan' });
    await unanswered('医保怎么用呢', { language: 'zh-Hant', region: '' });
    const { code, out } = await suggest();
    expect(code).toBe(0);
    expect(out).toMatch(/^[0-9a-f]{6} {2}asked 3 × from 2026-05-01 to 2026-05-04: "厂子倒闭以后转移找谁盖章"$/m);
    expect(out).toMatch(/also "厂子倒闭了以后转移找谁盖章呀" \(1 ×, [0-9a-f]{6}\)/);
    expect(out).toContain('languages: 简体中文 3 · regions: Guangdong 2, Henan 1');
    expect(out).toMatch(/nearest entry: procedure "How long does it take\?", \d+ % sure/);
    expect(out).toContain('→ add as a way of asking to procedure');
    expect(out).toContain('→ not ours (medical)');
    expect(out).toContain('regions: not named 1');
    expect(out).toContain('2 groups, asked 4 times in all.');
  });

  it('says to read an entry again that was given and was no use, rather than to add ways to it', async () => {
    await thumbsDown('要交够几年', 'years');
    const { out } = await suggest();
    expect(out).toContain('on 2026-05-01, 1 × 👎: "要交够几年"');
    expect(out).toContain('→ read years again');
    const { code, errors } = await suggest('accept', await idOf('要交够几年'), '--voice', 'someone');
    expect(code).toBe(2);
    expect(errors).toContain('This entry was found and was no use.');
  });

  it('never shows an identity number, though one stands in the store', async () => {
    await unanswered(`${STRANGE} 440106199001011234`);
    const { out } = await suggest();
    expect(out).toContain(`${STRANGE} 〔证件号〕`);
    expect(out).not.toContain('440106');
  });

  it('takes only questions since a day, and groups asked often enough', async () => {
    await unanswered(STRANGE, { day: '2026-05-01' });
    await unanswered(STRANGE, { day: '2026-05-10' });
    await unanswered('医保怎么用呢', { day: '2026-05-10' });
    const counts = async (...args: string[]) => JSON.parse((await suggest('--json', ...args)).out).map(countOf);
    expect(await counts()).toEqual([2, 1]);
    expect(await counts('--since', '2026-05-05')).toEqual([1, 1]);
    expect(await counts('--least', '2')).toEqual([2]);
  });

  it('says so when nothing waits, and when there is no such folder', async () => {
    await withStore(async () => {});
    expect((await suggest()).out).toContain('Nothing waits for an editor');
    data = path.join(edition.folder, 'elsewhere');
    const { code, errors } = await suggest();
    expect(code).toBe(2);
    expect(errors).toContain('There is no data folder');
  });

  it.each([
    [['--since', 'May'], '"May" is not a day'],
    [['--least', 'many'], '"many" is not a number of times'],
    [['dismiss', 'ffffff'], 'There is no suggestion ffffff'],
    [['forget'], 'Usage: npm run suggest'],
  ])('explains %j', async (args, words) => {
    await withStore(async () => {});
    const { code, errors } = await suggest(...args);
    expect(code).toBe(2);
    expect(errors).toContain(words);
  });
});

describe('npm run suggest', () => {
  it('does the same in its own process, tables and exit codes too', async () => {
    await unanswered('how many years please');
    const program = (...args: string[]) => runCommand('bot/cli/suggest.ts', [...args, ...where()]);
    expect((await program()).out).toContain('1 groups, asked 1 times in all.');
    const { code, out } = await program(
      ...['accept', await idOf('how many years please'), '--to', 'procedure'],
      ...['--voice', 'someone', '--text', 'how many years'],
    );
    expect(code).toBe(1);
    expect(out).toMatch(/│ +'how many years' +│ +'years' +│ +'years' +│ +'procedure' +│ +'WORSE' +│/);
  });
});

describe('suggest accept', () => {
  it('shows the effect, writes the one line, marks the questions, and the bot knows it from then on', async () => {
    await unanswered(STRANGE);
    await unanswered(`${STRANGE}呀`, { day: '2026-05-02' });
    const before = read('asked/procedure.yaml');
    const { code, out } = await suggest('accept', await idOf(STRANGE), '--to', 'procedure', '--voice', 'someone');
    expect(out).toMatch(/Of 5 known questions \d are answered differently: \d better, 0 worse\./);
    expect(out).toContain(
      '-    plain: [办转移要几天, 多久能办好, 转一次要等多长时间]\n' +
        `+    plain: [办转移要几天, 多久能办好, 转一次要等多长时间, ${STRANGE}]`,
    );
    expect(out).toContain('2 questions marked as answered');
    expect(code).toBe(0);
    expect(read('asked/procedure.yaml')).toBe(before.replace('要等多长时间]', `要等多长时间, ${STRANGE}]`));
    expect(await open()).toEqual([]);

    const ask = await runCommand('bot/cli/ask.ts', [STRANGE, '--json'], { KNOWLEDGE_DIR: edition.folder });
    expect(ask.out).toContain('"procedure"');
  });

  it('can be undone by hand: taking out the line marked + gives the file before', async () => {
    await unanswered(STRANGE);
    edition.write('asked/procedure.yaml', BLOCKS);
    const before = read('asked/procedure.yaml');
    const id = await idOf(STRANGE);
    const { out } = await suggest('accept', id, '--to', 'procedure', '--voice', 'someone', '--style', 'situation');
    const added = out.split('\n').flatMap((line) => (line.startsWith('+') ? [line.slice(1)] : []));
    expect(added).toEqual(['    situation:', `      - ${STRANGE}`]);
    expect(read('asked/procedure.yaml')).not.toBe(before);
    expect(read('asked/procedure.yaml').replace(`${added.join('\n')}\n`, '')).toBe(before);
  });

  it('teaches what is not ours, in the neighbour’s file', async () => {
    await unanswered('医保怎么用呢');
    const { code } = await suggest('accept', await idOf('医保怎么用呢'), '--voice', 'someone');
    expect(code).toBe(0);
    expect(read('asked/neighbours/medical.yaml')).toContain('[看病能报多少, 医保怎么用, 医保怎么用呢]');
  });

  it('starts the file of an entry that has none', async () => {
    await unanswered(STRANGE);
    const id = await idOf(STRANGE);
    const header = '# yaml-language-server: $schema=../schema/asked.schema.json\n';
    writeFileSync(path.join(edition.folder, 'entries/seal.yaml'), sealEntry());
    expect((await suggest('accept', id, '--to', 'seal', '--voice', 'someone', '--style', 'situation')).code).toBe(0);
    expect(read('asked/seal.yaml')).toBe(`${header}of: seal\nasked:\n  someone:\n    situation:\n      - ${STRANGE}\n`);
  });

  it('writes nothing when a right answer would be lost, unless told to', async () => {
    // Given: "how many years" is rightly answered by "years"; filed elsewhere, it would be answered from there.
    await unanswered('how many years please');
    const id = await idOf('how many years please');
    const before = read('asked/procedure.yaml');
    const args = ['accept', id, '--to', 'procedure', '--voice', 'someone', '--text', 'how many years'];
    const refused = await suggest(...args);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('WORSE');
    expect(refused.out).toContain('Not written: something that was right would become wrong.');
    expect(read('asked/procedure.yaml')).toBe(before);
    expect(await open()).toHaveLength(1);
    expect((await suggest(...args, '--anyway')).code).toBe(0);
    expect(read('asked/procedure.yaml')).toContain('how long does a transfer take, how many years]');
  });

  it('says to learn anew where a learnt model is kept, and leaves that model alone', async () => {
    await unanswered(STRANGE);
    const id = await idOf(STRANGE);
    writeModel(edition.folder, trainModel(loadEdition(edition.folder)));
    const model = readModel(edition.folder);
    const { out } = await suggest('accept', id, '--to', 'procedure', '--voice', 'asked');
    expect(out).toContain('npm run train');
    expect(readModel(edition.folder)).toEqual(model);
    expect(out).toMatch(/0 worse\./);
  });

  it('asks the evaluation questions it is given', async () => {
    await unanswered(STRANGE);
    const id = await idOf(STRANGE);
    const questions = path.join(edition.folder, 'questions.jsonl');
    writeFileSync(questions, 'no question\n');
    const broken = await suggest('accept', id, '--to', 'years', '--voice', 'someone', '--evaluate', questions);
    expect(broken.code).toBe(2);
    expect(broken.errors).toContain('The evaluation questions cannot be read');
    writeFileSync(questions, `{"q":"${STRANGE}","ids":["procedure"]}\n`);
    const { out } = await suggest('accept', id, '--to', 'procedure', '--voice', 'someone', '--evaluate', questions);
    expect(out).toContain('Of 6 known questions');
    expect(out).toContain(`${STRANGE} | procedure | none | procedure | better`);
  });

  it('writes nothing when the knowledge would not be valid, and says where and why', async () => {
    await unanswered(STRANGE);
    const before = read('asked/years.yaml');
    const same = ['accept', await idOf(STRANGE), '--to', 'years', '--text', '多久能办好', '--voice', 'someone'];
    const { code, out } = await suggest(...same);
    expect(code).toBe(1);
    expect(out).toMatch(/asked\/\w+\.yaml:\d+:\d+ error/);
    expect(out).not.toContain('yaodian-suggest-');
    expect(out).toContain('Not written: the knowledge would not be valid.');
    expect(read('asked/years.yaml')).toBe(before);
    const badVoice = await suggest('accept', await idOf(STRANGE), '--to', 'years', '--voice', 'Some One');
    expect(badVoice.code).toBe(1);
    expect(read('asked/years.yaml')).toBe(before);
  });

  it('writes nothing with --dry-run, and shows all the same', async () => {
    await unanswered(STRANGE);
    const before = read('asked/years.yaml');
    const id = await idOf(STRANGE);
    const { code, out } = await suggest('accept', id, '--to', 'years', '--voice', 'someone', '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^\\+ .*${STRANGE}`, 'm'));
    expect(read('asked/years.yaml')).toBe(before);
    expect(await open()).toHaveLength(1);
  });

  it('takes no words with something personal in them', async () => {
    await unanswered(`${STRANGE}〔电话〕`);
    const id = await idOf(`${STRANGE}〔电话〕`);
    const masked = await suggest('accept', id, '--to', 'procedure', '--voice', 'asked');
    expect(masked.errors).toContain('must not go into the knowledge');
    const typed = await suggest('accept', id, '--to', 'procedure', '--voice', 'asked', '--text', '打13800138000');
    expect(typed.code).toBe(2);
    expect(typed.errors).not.toContain('13800138000');
    expect(read('asked/procedure.yaml')).not.toContain('asked:\n    plain');
  });

  it.each([
    [['--to', 'procedure'], 'Say with --voice'],
    [['--to', 'procedur', '--voice', 'asked'], 'Nearest: procedure'],
    [['--to', 'procedure', '--voice', 'asked', '--style', 'shouted'], 'There is no style "shouted"'],
    [['--to', 'procedure', '--voice', 'asked', '--text', '多久能办好？'], 'is a way of asking procedure already'],
  ])('says what is missing in %j', async (args, words) => {
    await unanswered(STRANGE);
    const { code, errors } = await suggest('accept', await idOf(STRANGE), ...args);
    expect(errors).toContain(words);
    expect(code).toBe(2);
  });
});

describe('suggest dismiss', () => {
  it('marks all questions of the group as seen, ratings and tickets too, and leaves tickets to the staff', async () => {
    await unanswered(STRANGE);
    await thumbsDown(STRANGE, 'years', { day: '2026-05-02' });
    await left(`${STRANGE}呀`, '123456');
    await unanswered('医保怎么用呢');
    const { code, out } = await suggest('dismiss', await idOf(STRANGE));
    expect(code).toBe(0);
    expect(out).toContain(`Marked as seen: 3 × "${STRANGE}"`);
    expect((await open()).map(({ phrasings }) => phrasings[0]?.text)).toEqual(['医保怎么用呢']);
    const waiting = await withStore((store) => store.openQuestions('open'));
    expect(waiting.map(({ question }) => question).sort()).toEqual([`${STRANGE}呀`, '医保怎么用呢'].sort());
  });

  it('shows the question again when it is asked anew', async () => {
    await unanswered(STRANGE);
    await suggest('dismiss', await idOf(STRANGE));
    await unanswered(STRANGE, { day: '2026-05-12' });
    expect((await open()).map(countOf)).toEqual([1]);
  });
});

/** A small whole entry, made from one that is there. */
function sealEntry(): string {
  return read('entries/years.yaml')
    .replace('id: years', 'id: seal')
    .replace('hits: [缴多久才够, how many years]', 'hits: [谁来盖章, who puts the seal]');
}
