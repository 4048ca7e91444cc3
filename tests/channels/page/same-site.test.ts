/** Forms of other sites are told apart by what browsers say of a request, new browsers and old. */
import { isSameSite } from '../../../bot/channels/page/http/same-site.ts';

const host = 'yaodian.example:3978';

describe('A POST is taken', () => {
  it.each([
    ['a new browser on our own page', { host, 'sec-fetch-site': 'same-origin' }],
    ['a person restoring a form', { host, 'sec-fetch-site': 'none' }],
    ['an older browser, by Origin', { host, origin: 'https://yaodian.example:3978' }],
    ['an old browser, by Referer', { host, referer: 'http://yaodian.example:3978/?lang=en' }],
  ])('from %s', (_who, headers) => {
    expect(isSameSite(headers)).toBe(true);
  });
});

describe('A POST is refused', () => {
  it.each([
    ['another site', { host, 'sec-fetch-site': 'cross-site', origin: 'https://yaodian.example:3978' }],
    ['a neighbour under the same domain', { host, 'sec-fetch-site': 'same-site' }],
    ['another site in an older browser', { host, origin: 'https://elsewhere.example' }],
    ['another port', { host, origin: 'http://yaodian.example:1' }],
    ['a frame without an origin', { host, origin: 'null' }],
    ['somebody who says nothing', { host }],
  ])('from %s', (_who, headers) => {
    expect(isSameSite(headers)).toBe(false);
  });
});
