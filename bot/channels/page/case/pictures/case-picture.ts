/** The picture of a kind; none where words alone are clearer. */
import type { Html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';
import type { AnyOutcome } from '../work-out.ts';
import { renderAgePicture } from './age-picture.ts';
import { renderAmountPicture } from './amount-picture.ts';
import { renderLimitsPicture } from './limits-picture.ts';
import { renderMovePicture } from './move-picture.ts';
import { renderPensionPicture } from './pension-picture.ts';
import { renderSchemesPicture } from './schemes-picture.ts';
import { renderStaysPicture } from './stays-picture.ts';

export function renderPicture(outcome: AnyOutcome, context: PageContext): Html | undefined {
  switch (outcome.kind) {
    case 'benefit-place':
      return renderStaysPicture(outcome, context);
    case 'transfer':
      return renderMovePicture(outcome, context);
    case 'amount':
      return renderAmountPicture(outcome, context);
    case 'deadlines':
      return renderLimitsPicture(outcome, context);
    case 'retirement':
      return renderAgePicture(outcome, context);
    case 'pension':
      return renderPensionPicture(outcome, context);
    case 'schemes':
      return renderSchemesPicture(outcome, context);
  }
}
