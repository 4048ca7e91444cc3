/** Where a phrasing is to be filed: an entry, a neighbour, or something that is no question. */
import path from 'node:path';
import { type AskedKind, type Edition, INTENTS, nearestName } from '../../knowledge/index.ts';
import type { Proposal } from '../../suggestions/index.ts';
import { UsageError } from './command.ts';

export interface Target {
  readonly kind: AskedKind;
  readonly id: string;
  /** Inside the knowledge folder. */
  readonly file: string;
  /** Where the JSON Schema lies, seen from that file. */
  readonly schema: string;
}

const FOLDERS: Readonly<Record<AskedKind, string>> = {
  entry: 'asked',
  neighbour: path.join('asked', 'neighbours'),
  intent: path.join('asked', 'intents'),
};

/** @param to --to; without it what is proposed @throws UsageError when neither names a place, or there is no such place */
export function findTarget(edition: Edition, proposal: Proposal, to: string | undefined): Target {
  const id = to ?? proposedId(proposal);
  if (id === undefined) throw new UsageError(`needsTo.${proposal.kind}`);
  const kind = kindOf(edition, id);
  if (!kind) {
    const known = [...edition.entries.keys(), ...edition.neighbours.keys(), ...INTENTS];
    throw new UsageError('noSuchEntry', { entry: id, nearest: nearestName(id, known) });
  }
  const folder = FOLDERS[kind];
  const file = path.join(folder, `${id}.yaml`);
  return { kind, id, file, schema: path.posix.join(kind === 'entry' ? '..' : '../..', 'schema/asked.schema.json') };
}

/** Of an entry that was no use, more ways lead to the same; of nothing near, none can be named. */
function proposedId(proposal: Proposal): string | undefined {
  if (proposal.kind === 'not-ours') return proposal.of;
  return proposal.kind === 'add' || proposal.kind === 'answered' ? proposal.entry : undefined;
}

function kindOf(edition: Edition, id: string): AskedKind | undefined {
  if (edition.entries.has(id)) return 'entry';
  if (edition.neighbours.has(id)) return 'neighbour';
  return INTENTS.some((intent) => intent === id) ? 'intent' : undefined;
}
