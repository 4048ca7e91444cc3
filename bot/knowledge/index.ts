/** The knowledge base: YAML in, a checked and frozen edition out. The only door of this folder. */

export { sameWords } from './check/check-asked.ts';
export { SHORT_MOST } from './check/check-languages.ts';
export { bareNumber, bareRate } from './check/check-numbers.ts';
export { type PlacedText, textsOf } from './check/walk-texts.ts';
export { type AmbiguousPlace, type Asked, type AskedKind, type Edition, holdsOn } from './edition.ts';
export { fillParameters, holesIn, parameterNamesIn, parameterOn, writeDate, writeMonth } from './fill-parameters.ts';
export { createTermFinder, type FoundTerm, type TermFinder, type WrittenTerm, writeTerms } from './find-terms.ts';
export { checkShape } from './read/check-shape.ts';
export { nearestName } from './read/nearest-name.ts';
export { KnowledgeError, type Place, PROBLEM_CODES, type Problem, type ProblemCode } from './read/problem.ts';
export { createEditionReader, type EditionReading, loadEdition, readEdition } from './read/read-edition.ts';
export { type KeyPath, YamlFile } from './read/yaml-file.ts';
export { createSpeaker, type Speaker, toTraditional } from './say-text.ts';
export * from './schema/common.ts';
export { CuesFile } from './schema/cues.ts';
export * from './schema/edition-files.ts';
export * from './schema/entry.ts';
export { FILE_SCHEMAS } from './schema/file-schemas.ts';
export type { City, Region } from './schema/regions.ts';
