/** The ways in which an overlay can be wrong, as data: what is spoilt, and the error it must give, at its place. */
import type { CopiedOverlays } from '../helpers/copied-overlays.ts';

export interface Malformed {
  readonly title: string;
  readonly region: string;
  readonly spoil: (copy: CopiedOverlays) => void;
  readonly code: string;
  /** file:line:column, from the overlays folder on */
  readonly at: string;
  /** What the words must name. */
  readonly says: string;
}

const G = 'overlays/guangdong';
export const OFFICES = `${G}/refinements/offices.yaml`;
const YEARS = `${G}/refinements/years.yaml`;
const PROCEDURE = `${G}/refinements/procedure.yaml`;
export const PORTAL = `${G}/additions/guangdong-portal.yaml`;
const DELETIONS = `${G}/deletions.yaml`;

export const MALFORMED: readonly Malformed[] = [
  {
    title: 'text that is no YAML',
    region: 'guangdong',
    spoil: (copy) => copy.write(`${G}/deletions.yaml`, 'deletions:\n  - entry: [portal\n'),
    code: 'yaml-syntax',
    at: 'guangdong/deletions.yaml:3:1',
    says: 'YAML',
  },
  {
    title: 'an empty file',
    region: 'guangdong',
    spoil: (copy) => copy.write(OFFICES, ''),
    code: 'empty-file',
    at: 'guangdong/refinements/offices.yaml:1:1',
    says: 'empty',
  },
  {
    title: 'a key twice',
    region: 'guangdong',
    spoil: (copy) => copy.edit(`${G}/overlay.yaml`, 'version: 3', 'version: 3\nversion: 4'),
    code: 'duplicate-key',
    at: 'guangdong/overlay.yaml:8:1',
    says: 'twice',
  },
  {
    title: 'an unknown field',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, 'variants:', 'varients:'),
    code: 'unknown-key',
    at: 'guangdong/refinements/offices.yaml:10:5',
    says: 'variants',
  },
  {
    title: 'a missing field',
    region: 'guangdong',
    spoil: (copy) => copy.edit(`${G}/overlay.yaml`, 'status: published\n', ''),
    code: 'missing-key',
    at: 'guangdong/overlay.yaml:2:1',
    says: 'status',
  },
  {
    title: 'a status that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(`${G}/overlay.yaml`, 'status: published', 'status: publised'),
    code: 'wrong-value',
    at: 'guangdong/overlay.yaml:8:9',
    says: 'published',
  },
  {
    title: 'a region that is not its folder',
    region: 'guangdong',
    spoil: (copy) => copy.edit(`${G}/overlay.yaml`, 'region: guangdong', 'region: henan'),
    code: 'overlay-region',
    at: 'guangdong/overlay.yaml:2:9',
    says: 'henan',
  },
  {
    title: 'a folder that is no region',
    region: 'guangdnog',
    spoil: (copy) =>
      copy.write('overlays/guangdnog/overlay.yaml', copy.read(`${G}/overlay.yaml`).replace('guangdong', 'guangdnog')),
    code: 'overlay-unknown-region',
    at: 'guangdnog/overlay.yaml:2:9',
    says: 'guangdong',
  },
  {
    title: 'a city of another province',
    region: 'guangdong/shenzhen',
    spoil: (copy) => copy.edit(`${G}/shenzhen/overlay.yaml`, 'city: 深圳', 'city: 成都'),
    code: 'overlay-city',
    at: 'guangdong/shenzhen/overlay.yaml:2:7',
    says: 'sichuan',
  },
  {
    title: 'a misspelt folder, which looks like a city without its file',
    region: 'guangdong/addition',
    spoil: (copy) => copy.write(`${G}/addition/x.yaml`, 'id: x\n'),
    code: 'overlay-no-manifest',
    at: 'guangdong/addition/overlay.yaml:1:1',
    says: 'additions',
  },
  {
    title: 'a file that an overlay does not have',
    region: 'guangdong',
    spoil: (copy) => copy.write(`${G}/deletion.yaml`, 'deletions: []\n'),
    code: 'overlay-unknown-file',
    at: 'guangdong/deletion.yaml:1:1',
    says: 'deletions.yaml',
  },
  {
    title: 'an edition that is not out yet',
    region: 'guangdong',
    spoil: (copy) => copy.edit(`${G}/overlay.yaml`, '"2026.02"', '"2026.10"'),
    code: 'overlay-version',
    at: 'guangdong/overlay.yaml:6:18',
    says: '2026.10',
  },
  {
    title: 'a day that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(DELETIONS, 'from: 2026-03-01', 'from: 2026-02-30'),
    code: 'no-such-day',
    at: 'guangdong/deletions.yaml:7:11',
    says: '2026-02-30',
  },
  {
    title: 'a change that ends before it begins',
    region: 'guangdong',
    spoil: (copy) => copy.edit(YEARS, 'until: 2026-06-30', 'until: 2026-01-31'),
    code: 'period-reversed',
    at: 'guangdong/refinements/years.yaml:5:12',
    says: '2026-01-31',
  },
  {
    title: 'a local entry without the region’s prefix',
    region: 'guangdong',
    spoil: (copy) => {
      copy.write(`${G}/additions/portal-two.yaml`, copy.read(PORTAL).replace('id: guangdong-portal', 'id: portal-two'));
      copy.remove(PORTAL);
    },
    code: 'overlay-id-prefix',
    at: 'guangdong/additions/portal-two.yaml:1:5',
    says: 'guangdong-',
  },
  {
    title: 'a local entry in a file of another name',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PORTAL, 'id: guangdong-portal', 'id: guangdong-portals'),
    code: 'file-name',
    at: 'guangdong/additions/guangdong-portal.yaml:1:5',
    says: 'guangdong-portals.yaml',
  },
  {
    title: 'a city’s entry with the id of one of its province',
    region: 'guangdong/shenzhen',
    spoil: (copy) =>
      copy.write(
        `${G}/additions/guangdong-shenzhen-counter.yaml`,
        copy.read(`${G}/shenzhen/additions/guangdong-shenzhen-counter.yaml`),
      ),
    code: 'duplicate-id',
    at: 'guangdong/shenzhen/additions/guangdong-shenzhen-counter.yaml:1:5',
    says: 'guangdong-shenzhen-counter',
  },
  {
    title: 'a topic that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PORTAL, 'topic: help', 'topic: hepl'),
    code: 'unknown-topic',
    at: 'guangdong/additions/guangdong-portal.yaml:2:8',
    says: 'help',
  },
  {
    title: 'versions of a local entry that leave days without an answer',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PORTAL, 'until: 2026-12-31', 'until: 2026-11-30'),
    code: 'period-gap',
    at: 'guangdong/additions/guangdong-portal.yaml:16:11',
    says: '2026-12-01',
  },
  {
    title: 'the deletion of an entry that there is none of',
    region: 'guangdong',
    spoil: (copy) =>
      copy.write(DELETIONS, 'deletions:\n  - { entry: portl, reason: x, approver: x, when: 2026-02-10 }\n'),
    code: 'unknown-entry',
    at: 'guangdong/deletions.yaml:2:14',
    says: 'portal',
  },
  {
    title: 'the deletion of a way of asking that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(DELETIONS, 'variant: 去哪个窗口问', 'variant: 去哪个窗口办'),
    code: 'unknown-variant',
    at: 'guangdong/deletions.yaml:42:32',
    says: '去哪个窗口问',
  },
  {
    title: 'the deletion of a protected entry, citing what the letter demands',
    region: 'guangdong',
    spoil: (copy) =>
      copy.write(DELETIONS, 'deletions:\n  - { entry: refused, reason: x, approver: x, when: 2026-02-10 }\n'),
    code: 'overlay-protected',
    at: 'guangdong/deletions.yaml:2:14',
    says: '测试函〔2026〕1号): 国家政策不能删也不能改 / national policy is neither removed nor changed',
  },
  {
    title: 'an entry added and deleted at once',
    region: 'guangdong',
    spoil: (copy) =>
      copy.write(DELETIONS, 'deletions:\n  - { entry: guangdong-portal, reason: x, approver: x, when: 2026-02-10 }\n'),
    code: 'overlay-added-and-deleted',
    at: 'guangdong/deletions.yaml:2:14',
    says: 'guangdong-portal',
  },
  {
    title: 'a refinement of an entry deleted in the same overlay',
    region: 'guangdong',
    spoil: (copy) => copy.edit(DELETIONS, 'entry: portal', 'entry: years'),
    code: 'overlay-deleted-target',
    at: 'guangdong/deletions.yaml:3:12',
    says: 'years',
  },
  {
    title: 'a city that deletes what its province has deleted',
    region: 'guangdong/shenzhen',
    spoil: (copy) => {
      copy.edit(DELETIONS, 'when: 2026-02-10\n    from: 2026-03-01', 'when: 2019-01-01');
      copy.write(
        `${G}/shenzhen/deletions.yaml`,
        'deletions:\n  - { entry: portal, reason: x, approver: x, when: 2026-02-10 }\n',
      );
    },
    code: 'overlay-hidden-below',
    at: 'guangdong/shenzhen/deletions.yaml:2:14',
    says: 'portal',
  },
  {
    title: 'new words for the short answer of a protected entry',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PROCEDURE, '    variants:', '    short: { zh-CN: 快, en: Soon }\n    variants:'),
    code: 'overlay-protected',
    at: 'guangdong/refinements/procedure.yaml:22:12',
    says: 'procedure',
  },
  {
    title: 'new words for a national point of a protected entry',
    region: 'guangdong',
    spoil: (copy) =>
      copy.edit(
        PROCEDURE,
        '      append:',
        '      set: [{ id: first-limit, text: { zh-CN: 快, en: Soon } }]\n      append:',
      ),
    code: 'overlay-protected',
    at: 'guangdong/refinements/procedure.yaml:18:19',
    says: 'procedure',
  },
  {
    title: 'a refinement of an entry that there is none of',
    region: 'guangdong',
    spoil: (copy) => {
      copy.write(`${G}/refinements/procedur.yaml`, copy.read(PROCEDURE).replace('entry: procedure', 'entry: procedur'));
      copy.remove(PROCEDURE);
    },
    code: 'unknown-entry',
    at: 'guangdong/refinements/procedur.yaml:1:8',
    says: 'procedure',
  },
  {
    title: 'a refinement of the overlay’s own entry',
    region: 'guangdong',
    spoil: (copy) =>
      copy.write(
        `${G}/refinements/guangdong-portal.yaml`,
        'entry: guangdong-portal\nchanges:\n  - { approver: x, when: 2026-02-10, reason: x, source: x, variants: [某个问法] }\n',
      ),
    code: 'overlay-refines-own',
    at: 'guangdong/refinements/guangdong-portal.yaml:1:8',
    says: 'additions/',
  },
  {
    title: 'a change that says nothing',
    region: 'henan',
    spoil: (copy) =>
      copy.write(
        'overlays/henan/refinements/offices.yaml',
        'entry: offices\nchanges:\n  - { approver: x, when: 2026-02-10, reason: x, source: x }\n',
      ),
    code: 'overlay-nothing',
    at: 'henan/refinements/offices.yaml:3:5',
    says: 'nothing',
  },
  {
    title: 'two wordings of one field on the same days',
    region: 'guangdong',
    spoil: (copy) => copy.edit(YEARS, 'until: 2026-06-30', 'until: 2026-07-31'),
    code: 'overlay-twice',
    at: 'guangdong/refinements/years.yaml:28:12',
    says: 'short',
  },
  {
    title: 'new words for a point that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, '- { id: call,', '- { id: cal,'),
    code: 'unknown-point',
    at: 'guangdong/refinements/offices.yaml:9:17',
    says: 'call',
  },
  {
    title: 'an added point with an id that is taken',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PROCEDURE, '- id: guangdong-arrive', '- id: first-limit'),
    code: 'duplicate-point',
    at: 'guangdong/refinements/procedure.yaml:19:15',
    says: 'first-limit',
  },
  {
    title: 'a point inserted behind one that there is none of',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PROCEDURE, 'after: second-limit', 'after: second-limt'),
    code: 'unknown-point',
    at: 'guangdong/refinements/procedure.yaml:9:18',
    says: 'second-limit',
  },
  {
    title: 'points inserted behind each other in a ring',
    region: 'guangdong',
    spoil: (copy) => copy.edit(PROCEDURE, 'after: second-limit', 'after: guangdong-stop-check'),
    code: 'overlay-cycle',
    at: 'guangdong/refinements/procedure.yaml:9:18',
    says: 'guangdong-stop-first → guangdong-stop-check → guangdong-stop-first',
  },
  {
    title: 'new words without the words they were written for',
    region: 'henan',
    spoil: (copy) =>
      copy.write(
        'overlays/henan/refinements/years.yaml',
        'entry: years\nchanges:\n  - { approver: x, when: 2026-02-10, reason: x, source: x, short: { zh-CN: 短, en: Short } }\n',
      ),
    code: 'overlay-no-fingerprint',
    at: 'henan/refinements/years.yaml:3:67',
    says: 'npm run overlay -- accept henan years',
  },
  {
    title: 'kept words changed by hand',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, 'zh-CN: 说出省和市。', 'zh-CN: 说出省、市。'),
    code: 'overlay-kept-words',
    at: 'guangdong/refinements/offices.yaml:18:24',
    says: 'accept guangdong offices',
  },
  {
    title: 'a text in one language only',
    region: 'henan',
    spoil: (copy) =>
      copy.edit('overlays/henan/refinements/procedure.yaml', ', en: "Leaving Henan, you need not come back." }', ' }'),
    code: 'missing-language',
    at: 'henan/refinements/procedure.yaml:14:17',
    says: 'en',
  },
  {
    title: 'a bare number',
    region: 'henan',
    spoil: (copy) => copy.edit('overlays/henan/refinements/procedure.yaml', '不用回来办。', '10天就能办好。'),
    code: 'bare-number',
    at: 'henan/refinements/procedure.yaml:14:26',
    says: '10',
  },
  {
    title: 'a parameter that there is none of',
    region: 'henan',
    spoil: (copy) =>
      copy.edit('overlays/henan/refinements/procedure.yaml', '离开河南，不用回来办。', '"{{stage-limt}}个工作日。"'),
    code: 'unknown-parameter',
    at: 'henan/refinements/procedure.yaml:14:26',
    says: 'stage-limit',
  },
  {
    title: 'a source that there is none of',
    region: 'henan',
    spoil: (copy) => copy.edit('overlays/henan/refinements/procedure.yaml', 'source: measures#8', 'source: measure#8'),
    code: 'unknown-source',
    at: 'henan/refinements/procedure.yaml:6:13',
    says: 'measures',
  },
  {
    title: 'an article that the source does not have',
    region: 'henan',
    spoil: (copy) => copy.edit('overlays/henan/refinements/procedure.yaml', 'source: measures#8', 'source: measures#9'),
    code: 'unknown-article',
    at: 'henan/refinements/procedure.yaml:6:13',
    says: '9',
  },
  {
    title: 'a way of asking that belongs to another entry',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, '[镇街社保窗口在哪]', '[要交够几年]'),
    code: 'same-asking',
    at: 'guangdong/refinements/offices.yaml:10:16',
    says: 'years',
  },
  {
    title: 'a file that ends in the middle',
    region: 'guangdong',
    spoil: (copy) => copy.write(PORTAL, copy.read(PORTAL).split('刷脸')[0] ?? ''),
    code: 'yaml-syntax',
    at: 'guangdong/additions/guangdong-portal.yaml:21:24',
    says: 'YAML',
  },
  {
    title: 'a way of asking added and deleted at once',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, 'variants: [镇街社保窗口在哪]', 'variants: [镇街社保窗口在哪, 去哪个窗口问？]'),
    code: 'overlay-added-and-deleted',
    at: 'guangdong/deletions.yaml:42:32',
    says: '去哪个窗口问',
  },
  {
    title: 'a way of asking taken over from an entry that is not deleted',
    region: 'guangdong',
    spoil: (copy) => copy.edit(OFFICES, 'variants: [镇街社保窗口在哪]', 'variants: [网上可以办转移吗, 多久能办好]'),
    code: 'same-asking',
    at: 'guangdong/refinements/offices.yaml:10:26',
    says: 'procedure',
  },
];
