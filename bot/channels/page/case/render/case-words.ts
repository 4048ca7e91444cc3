/** Words of the form: labels, hints and choices, with the days and numbers they name taken from the edition. */
import { fieldLabel } from '../../../../cases/index.ts';
import { type CaseKind, parameterOn, writeDate } from '../../../../knowledge/index.ts';
import type { PageContext } from '../../render/page-context.ts';
import { type CaseField, lastName } from '../forms.ts';

export interface CaseWords {
  readonly label: (field: CaseField) => string;
  readonly hint: (field: CaseField) => string | undefined;
  readonly choice: (field: CaseField, value: string) => string;
}

export function caseWords(kind: CaseKind, { say, wording, edition, today, settings }: PageContext): CaseWords {
  const value = (id: string) => String(parameterOn(edition.parameters, id, today)?.value ?? '');
  const day = (id: string) => (value(id) === '' ? '' : writeDate(value(id), settings.language));
  const named = {
    hotline: value('hotline'),
    platform: value('national-platform'),
    lawDay: day('law-start'),
    measuresDay: day('measures-start'),
  };
  const own = (group: string, field: CaseField): string | undefined => {
    const name = lastName(field.name);
    const key = [`case-page:${group}.${kind}.${name}`, `case-page:${group}.any.${name}`].find((one) =>
      wording.has(one, settings.language),
    );
    return key === undefined ? undefined : say(key, named);
  };
  return {
    label: (field) => own('label', field) ?? fieldLabel(field.name === 'asof' ? 'asOf' : field.name, say),
    hint: (field) => own('hint', field),
    choice: (field, chosen) => {
      const key = `case-page:choice.${field.name}.${chosen}`;
      return say(wording.has(key, settings.language) ? key : `case:choice.${field.name}.${chosen}`);
    },
  };
}
