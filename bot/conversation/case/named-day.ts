/** A day that the law names, such as the first day of the Social Insurance Law, as it is written. */
import { writeDate } from '../../knowledge/index.ts';
import type { TurnContext } from '../turn-context.ts';

export function namedDay({ snapshot, language }: TurnContext, parameter: string): string {
  const value = snapshot.edition.parameters.get(parameter)?.values.at(-1)?.value;
  return typeof value === 'string' ? writeDate(value, language) : '';
}
