/** The two places that decide most answers, shown and correctable: a chip that opens a list of provinces. */
import type { YaodianData } from '../../../conversation/index.ts';
import type { Region } from '../../../knowledge/index.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from './page-context.ts';

export const CHOSEN_PLACES = ['work', 'hukou'] as const;
export type ChosenPlace = (typeof CHOSEN_PLACES)[number];

export function renderPlaces(last: YaodianData | undefined, context: PageContext): Html {
  return html`${CHOSEN_PLACES.map((role) => renderPlace(role, last, context))}`;
}

function renderPlace(role: ChosenPlace, last: YaodianData | undefined, context: PageContext): Html {
  const { say, edition } = context;
  const known = last?.places.find((place) => place.role === role);
  const [province] = known?.region.split('/') ?? [];
  const label = say(`page:place.${role}`);
  return html`<details class="place"><summary>${label} <b>${known ? known.name : say('page:place.none')}</b></summary>
<form class="say" method="post" action="/talk">
<label for="place-${role}">${say(`page:place.${role}Ask`)}</label>
<span class="row"><select id="place-${role}" name="${role}">${[...edition.regions.values()].map(
    (region) =>
      html`<option value="${region.id}"${region.id === province && html` selected`}>${provinceName(region, context)}</option>`,
  )}</select><button>${say('page:place.set')}</button></span>
<p class="soft">${say('page:place.why')}</p>
</form></details>`;
}

/** The words a person would say to tell the place, so that the talk notes it the way it notes any other message. */
export function sayPlace(fields: URLSearchParams, context: PageContext): string | undefined {
  for (const role of CHOSEN_PLACES) {
    const region = context.edition.regions.get(fields.get(role) ?? '');
    if (region) return context.say(`page:place.${role}Said`, { place: provinceName(region, context) });
  }
  return undefined;
}

function provinceName(region: Region, { settings: { language } }: PageContext): string {
  if (language === 'en') return region.en;
  return language === 'zh-Hant' ? region.zh_hant.short : region.zh_hans.short;
}
