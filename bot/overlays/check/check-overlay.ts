/** Everything that must hold of an overlay beyond the shape of its files. All checks run; all problems come back. */
import type { Problem } from '../../knowledge/index.ts';
import type { OverlayFiles } from '../read/overlay-files.ts';
import { checkAdditions } from './check-additions.ts';
import type { CheckContext } from './check-context.ts';
import { checkDeletions } from './check-deletions.ts';
import { checkInsertions } from './check-insertions.ts';
import { checkKeptWords } from './check-kept-words.ts';
import { checkManifest } from './check-manifest.ts';
import { checkRefinements } from './check-refinements.ts';
import { checkTexts } from './check-texts.ts';
import { checkVariants } from './check-variants.ts';

const CHECKS: readonly ((files: OverlayFiles, context: CheckContext) => Problem[])[] = [
  checkManifest,
  checkAdditions,
  checkDeletions,
  checkRefinements,
  checkInsertions,
  checkKeptWords,
  checkTexts,
  checkVariants,
];

export function checkOverlay(files: OverlayFiles, context: CheckContext): Problem[] {
  return CHECKS.flatMap((check) => check(files, context));
}
