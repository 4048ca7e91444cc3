/** An entry as it is said to one person: plain data in one language at one day. Channels and pages render it. */
import type { CaseKind, Language, WrittenTerm } from '../knowledge/index.ts';

/** One sentence or two, with the articles it rests on. */
export interface SaidPoint {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly SaidSource[];
  /** A caution that belongs to the short answer already. */
  readonly withShort?: boolean;
  /** The region that says so; absent for the nation. */
  readonly region?: string;
}

/** A term of art as it is written in this language, with what it means. */
export interface SaidTerm extends WrittenTerm {
  readonly term: string;
  readonly gloss: string;
}

export interface SaidSource {
  /** `gbf-2009-66#8` */
  readonly ref: string;
  readonly title: string;
  /** Null where the document has no number. */
  readonly number: string | null;
  readonly article: string;
  readonly issuer: string;
  readonly from: string;
  readonly until?: string;
  readonly gist?: string;
  readonly link?: string;
}

/** What one place adds to the national answer, under its own name ("广东补充", "深圳补充"). */
export interface LocalPart {
  /** The province or city that wrote it. */
  readonly region: string;
  readonly name: string;
  readonly side: 'origin' | 'destination' | 'any';
  readonly points: readonly SaidPoint[];
}

/** One overlay that went into an answer. */
export interface LocalVersion {
  readonly region: string;
  readonly name: string;
  readonly version: number;
}

export interface Answer {
  readonly entry: string;
  readonly item?: number;
  /** An item that the letter tells agencies to mind. */
  readonly highlighted: boolean;
  readonly topic: string;
  readonly question: string;
  readonly short: string;
  /** The place whose words the short answer is; absent for the nation's. */
  readonly shortBy?: Pick<LocalPart, 'region' | 'name'>;
  /** What is new in this version. */
  readonly changed?: string;
  readonly points: readonly SaidPoint[];
  readonly exceptions: readonly SaidPoint[];
  readonly steps: readonly SaidPoint[];
  readonly example?: string;
  readonly local: readonly LocalPart[];
  readonly sources: readonly SaidSource[];
  /** Terms of art that occur, with their gloss. */
  readonly terms: readonly SaidTerm[];
  readonly related: readonly { readonly id: string; readonly question: string }[];
  readonly case?: CaseKind;
  readonly language: Language;
  /** The day as of which this is said. */
  readonly day: string;
  /** Days on which this version holds. */
  readonly from: string;
  readonly until?: string;
  /** Edition and overlay versions that went into it. */
  readonly versions: readonly string[];
  /** The same overlays by name, province first. */
  readonly overlays: readonly LocalVersion[];
  /** The places it is said for, where they have an overlay: what asks for the same answer again. */
  readonly ends: { readonly origin?: string; readonly destination?: string };
}

/** Why there is no answer to an entry that exists: nothing held on that day. */
export interface NotYet {
  readonly entry: string;
  readonly question: string;
  readonly day: string;
  /** The first day on which the entry says something. */
  readonly from: string;
}
