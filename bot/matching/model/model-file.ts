/**
 * The model as a file: a line of JSON, then the integers of the classifier, all of it compressed. What `npm run train`
 * writes under knowledge/model/ and `npm start` reads, since learning anew takes seconds and reading milliseconds.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { MatchingModel } from './matching-model.ts';

const FILE = path.join('model', 'matching.br');
const FORMAT = 3;

interface Header {
  readonly format: number;
  readonly fingerprint: string;
  readonly labels: MatchingModel['labels'];
  readonly words: MatchingModel['words'];
  readonly ranking: MatchingModel['ranking'];
  readonly features: number;
  readonly gateBias: number;
}

export function modelFile(knowledgeDir: string): string {
  return path.join(knowledgeDir, FILE);
}

/** @returns undefined where there is none or it is of another format */
export function readModel(knowledgeDir: string): MatchingModel | undefined {
  const file = modelFile(knowledgeDir);
  return existsSync(file) ? decodeModel(readFileSync(file)) : undefined;
}

export function writeModel(knowledgeDir: string, model: MatchingModel): number {
  const file = modelFile(knowledgeDir);
  mkdirSync(path.dirname(file), { recursive: true });
  const bytes = encodeModel(model);
  writeFileSync(file, bytes);
  return bytes.length;
}

export function encodeModel({ linear, ...plain }: MatchingModel): Buffer {
  const header: Header = {
    format: FORMAT,
    ...plain,
    features: linear.hashes.length,
    gateBias: linear.gateBias,
  };
  const raw = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    bytesOf(linear.hashes),
    bytesOf(linear.featureWeights),
    bytesOf(linear.rowScales),
    bytesOf(linear.bias),
    bytesOf(linear.gate),
    bytesOf(linear.rows),
  ]);
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

export function decodeModel(bytes: Uint8Array): MatchingModel | undefined {
  const raw = brotliDecompressSync(bytes);
  const headerEnd = raw.indexOf(10);
  const header = JSON.parse(raw.subarray(0, headerEnd).toString()) as Header;
  if (header.format !== FORMAT) return undefined;
  const { features, labels } = header;
  let at = headerEnd + 1;
  // Copied, since views of four bytes must begin at a multiple of four.
  const take = (length: number) => {
    const part = raw.buffer.slice(raw.byteOffset + at, raw.byteOffset + at + length);
    at += length;
    return part;
  };
  return {
    fingerprint: header.fingerprint,
    labels,
    words: header.words,
    ranking: header.ranking,
    linear: {
      hashes: new Int32Array(take(features * 4)),
      featureWeights: new Float32Array(take(features * 4)),
      rowScales: new Float32Array(take(features * 4)),
      bias: new Float32Array(take(labels.length * 4)),
      gate: new Float32Array(take(features * 4)),
      gateBias: header.gateBias,
      rows: new Int8Array(take(features * labels.length)),
    },
  };
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
