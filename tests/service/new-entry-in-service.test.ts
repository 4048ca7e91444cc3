/** An entry added to the national edition of a running service: found at once, and learnt while people are answered. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createKnowledgeService, type KnowledgeService, type ServiceEvent } from '../../bot/service/index.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let service: KnowledgeService;
const events: ServiceEvent[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yaodian-new-entry-'));
  cpSync('knowledge', path.join(folder, 'knowledge'), { recursive: true });
  service = await createKnowledgeService({
    knowledgeDir: path.join(folder, 'knowledge'),
    dataDir: folder,
    now: () => new Date('2026-11-26T04:00:00Z'),
    onEvent: (event) => events.push(event),
  });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const live = () => events.filter(({ kind }) => kind === 'edition-live').length;
const ask = (message: string) => service.snapshot().matcher.match(message).parts[0];
const write = (file: string, content: string) => writeFileSync(path.join(folder, 'knowledge', file), content);

it('is answered as soon as its files are read, and in other words when it has been learnt', async () => {
  const fee = readFileSync('knowledge/entries/fee.yaml', 'utf8');
  write('entries/canteen.yaml', fee.replace(/^id: fee$/m, 'id: canteen'));
  write(
    'asked/canteen.yaml',
    'of: canteen\nasked:\n  someone:\n    plain: [社保大厅的食堂几点开饭, 办社保的地方有饭吃吗, 社保局食堂在几楼, 食堂开门的时间]\n',
  );
  await until('its ways of asking are known', () => ask('社保大厅的食堂几点开饭')?.entry === 'canteen');
  const known = live();
  await until('it has been learnt', () => live() > known, 120_000);
  expect(ask('食堂几点开饭')?.candidates[0]).toMatchObject({ entry: 'canteen' });
  expect(ask('转移要收手续费吗')).toMatchObject({ outcome: 'answer', entry: 'fee' });
}, 150_000);
