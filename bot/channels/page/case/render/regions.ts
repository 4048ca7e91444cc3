/** Provinces to choose from, grouped as maps and weather reports group them, so that one's own is found at a glance. */
import { findRegion, regionName } from '../../../../cases/index.ts';
import type { Edition, Region } from '../../../../knowledge/index.ts';
import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../render/page-context.ts';

/** @param chosen an id or a name, as it stands in the query */
export function renderRegions(chosen: string, context: PageContext): Html[] {
  const { edition, say } = context;
  const found = chosen === '' ? undefined : findRegion(edition, chosen);
  const id = found && 'id' in found ? found.id : undefined;
  const groups = Map.groupBy(edition.regions.values(), partOfTheCountry);
  return [...groups].map(
    ([part, regions]) =>
      html`<optgroup label="${say(`case-page:part.${part}`)}">${regions.map(
        (region) =>
          html`<option value="${region.id}"${region.id === id && html` selected`}>${nameOf(region.id, context)}</option>`,
      )}</optgroup>`,
  );
}

export function nameOf(region: string, { edition, settings, say }: PageContext): string {
  return regionName({ edition, language: settings.language, say }, region);
}

/** Whether a province of that name is known. */
export function isRegion(edition: Edition, name: string): boolean {
  return 'id' in findRegion(edition, name);
}

/** GB/T 2260: the first digit of a province's code is its part of the country, 1 North to 6 Northwest. */
function partOfTheCountry({ gb2260 }: Region): string {
  return String(gb2260).charAt(0);
}
