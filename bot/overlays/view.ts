/** The edition as one region sees it. Answers, matching and pages read a `View`, never an overlay file. */
import type { Edition, Entry, Text } from '../knowledge/index.ts';

/** Where a line of a composed entry comes from. */
export interface Origin {
  readonly level: 'national' | 'province' | 'city';
  /** `guangdong` or `guangdong/shenzhen`; absent for the nation. */
  readonly region?: string;
  readonly file?: string;
  readonly line?: number;
  readonly who?: string;
  readonly when?: string;
}

/** What a composed entry was made of: the key is a path such as `short`, `points.first-limit`, `example`. */
export interface ComposedEntry {
  readonly entry: Entry;
  /** Only what is not national on the day of the view; everything else is. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** One overlay that went into a view. */
export interface ViewLayer {
  readonly region: string;
  /** What the place that wrote it is called: 广东, 深圳. */
  readonly name: Text;
  readonly version: number;
  readonly status: 'draft' | 'reviewed' | 'published';
  /** Names the exact content, also between two versions. */
  readonly hash: string;
}

export interface View {
  /** Absent for the national view. */
  readonly region: string | undefined;
  /** Named in every reply: `national 2026.11`, or `national 2026.11 + guangdong 3`. */
  readonly version: string;
  /** The overlays that went into it, province first. */
  readonly layers: readonly ViewLayer[];
  /** The entry as this region sees it, or undefined where there is none or the region hides it. */
  readonly compose: (id: string) => ComposedEntry | undefined;
  /** Entries in reading order. */
  readonly ids: () => readonly string[];
  readonly hidden: ReadonlySet<string>;
  /** Ways of asking that the region adds, those of its province among them. */
  readonly added: readonly { readonly entry: string; readonly text: string }[];
  /** Single ways of asking of the edition that don't mean their entry here. */
  readonly hiddenWays: readonly { readonly entry: string; readonly text: string }[];
}

const NOTHING: ReadonlyMap<string, Origin> = new Map();

/** The edition itself, as a view. */
export function nationalView(edition: Edition): View {
  const ids = [...edition.entries.keys()];
  return {
    region: undefined,
    version: `${edition.manifest.id} ${edition.manifest.version}`,
    layers: [],
    compose: (id) => {
      const entry = edition.entries.get(id);
      return entry ? { entry, origins: NOTHING } : undefined;
    },
    ids: () => ids,
    hidden: new Set(),
    added: [],
    hiddenWays: [],
  };
}
