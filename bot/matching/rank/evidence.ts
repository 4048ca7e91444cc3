/**
 * What speaks for each label that might be meant, from three sides: classifier, nearest ways, and, where those two leave
 * a doubt, Fuse.js.
 */
import { FEATURE_KINDS, type Features } from '../features/extract-features.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { FUSE, NEAREST, RANKED } from '../settings.ts';
import type { NearWay } from '../ways/ways-index.ts';
import { reread } from './reread.ts';

export interface Evidence {
  readonly label: number;
  /** Log probability by the classifier. */
  readonly classifier: number;
  /** 0…1: the label's part of the nearest ways' votes. */
  readonly votes: number;
  /** Cosine of its nearest way. */
  readonly likeness: number;
  /** Fuse.js on its nearest way, 0…1; 0 until re-read. */
  readonly fuse: number;
  /** Its nearest way, −1 where none is near. */
  readonly way: number;
}

export interface GatheredEvidence {
  readonly candidates: readonly Evidence[];
  /** Part of the text that the edition has words for. */
  readonly known: number;
  /** Part of its content that no way of asking ours has. */
  readonly foreign: number;
  /** Number of features: how much was said. */
  readonly length: number;
  /** Log odds that it is ours at all, learnt apart from which label it is. */
  readonly gate: number;
  /** Number of concepts of the synonyms: a message without any is seldom ours. */
  readonly concepts: number;
}

/** What a matcher, a fold in training or an overlay looks ways up in. */
export interface WaysSource {
  readonly nearest: (features: Features, most: number) => readonly NearWay[];
  readonly foreignness: (features: Features) => number;
  readonly labelOf: (way: number) => number;
  /** Simplified, as Fuse.js compares it. */
  readonly textOf: (way: number) => string;
}

/** The least a classifier says of a label it doesn't know (a local entry): a guess worth little, not impossible. */
const UNKNOWN_LOG = -9;

export function gatherEvidence(features: Features, model: LinearModel, ways: WaysSource): GatheredEvidence {
  const { logs, gate, known } = model.classify(features);
  const near = ways.nearest(features, NEAREST.ways);
  let all = 0;
  const byLabel = new Map<number, { votes: number; likeness: number; way: number }>();
  for (const { way, likeness } of near) {
    const vote = likeness * likeness;
    all += vote;
    const label = ways.labelOf(way);
    const sum = byLabel.get(label);
    if (sum) sum.votes += vote;
    else byLabel.set(label, { votes: vote, likeness, way });
  }
  const labels = new Set([...byLabel.keys(), ...highest(logs, RANKED)]);
  const candidates = [...labels].map((label) => {
    const found = byLabel.get(label);
    return {
      label,
      classifier: logs[label] ?? UNKNOWN_LOG,
      votes: found && all > 0 ? found.votes / all : 0,
      likeness: found?.likeness ?? 0,
      fuse: 0,
      way: found?.way ?? -1,
    };
  });
  return {
    candidates,
    known,
    gate,
    foreign: ways.foreignness(features),
    length: features.hashes.length,
    concepts: features.kinds.filter((kind) => kind === CONCEPT).length,
  };
}

/** The same evidence, the nearest way of each of the nearest labels re-read by Fuse.js. @param message simplified */
export function rereadEvidence(message: string, gathered: GatheredEvidence, ways: WaysSource): GatheredEvidence {
  const nearest = gathered.candidates
    .filter(({ way }) => way >= 0)
    .sort((a, b) => b.likeness - a.likeness || a.label - b.label)
    .slice(0, FUSE.ways);
  const closeness = reread(
    message,
    nearest.map(({ way }) => ways.textOf(way)),
  );
  const byLabel = new Map(nearest.map(({ label }, n) => [label, closeness[n] ?? 0]));
  return {
    ...gathered,
    candidates: gathered.candidates.map((one) => ({ ...one, fuse: byLabel.get(one.label) ?? 0 })),
  };
}

const CONCEPT = FEATURE_KINDS.indexOf('concept');

/** @returns the labels with the highest logs, best first */
export function highest(logs: Float32Array, most: number): number[] {
  const best: number[] = [];
  for (let label = 0; label < logs.length; label += 1) {
    const log = logs[label] ?? 0;
    if (best.length === most && log <= (logs[best[most - 1] ?? 0] ?? 0)) continue;
    let at = best.length;
    while (at > 0 && log > (logs[best[at - 1] ?? 0] ?? 0)) at -= 1;
    best.splice(at, 0, label);
    if (best.length > most) best.pop();
  }
  return best;
}
