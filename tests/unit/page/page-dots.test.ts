import { expect, test } from 'vitest';
import { storePlatforms } from '../../../utils/domain/platform.ts';
import { taggableAt } from '../../../utils/page/tagging/page-dots.ts';
import { itemOfPage } from '../../../utils/services/tagging/item-of-page.ts';
import { readPage } from '../../../utils/sites/read-page.ts';
import { siteOf } from '../../../utils/sites/registry.ts';
import { parsePage } from '../../support/parse-page.ts';
import { siteFixtures } from '../../support/site-fixtures.ts';

/** Pages of which a site's address tells all. A wall and a product that is gone are pages of nothing. */
const pages = siteFixtures().flatMap(({ name, platform, html, expected }) => {
  const url = new URL(expected.url);
  const site = siteOf(url);
  if (!site || ['blocked', 'other'].includes(expected.kind)) return [];
  return [{ name: `${platform} ${name}`, html, expected, site, identity: site.identify(url), url }];
});
const ofPeople = (kind: string) => kind === 'profile' || kind === 'group';
const shops = pages.filter(
  ({ site, expected }) => storePlatforms.includes(site.id) && !ofPeople(expected.kind),
);
const people = pages.filter(({ expected }) => ofPeople(expected.kind));

const tagged = ({ html, url, expected }: (typeof pages)[number]) =>
  itemOfPage({ reading: readPage(parsePage(html), url.href, { state: expected.state ?? {} }), title: '' })
    .keys;

test('there are enough of both', () => {
  expect(shops.length).toBeGreaterThan(50);
  expect(people.length).toBeGreaterThan(50);
});

test.each(shops)('$name is asked for under the keys that it is tagged with', (shop) => {
  const { site, identity, url } = shop;
  expect(taggableAt(site, identity, url.href, null)).toEqual({ platform: site.id, items: [tagged(shop)] });
});

/** Channels by a name of theirs that is neither their number nor their handle: only the page says whose it is. */
const byOldName = ['youtube channel-tabbed-header-de'];

test.each(people.filter(({ name }) => !byOldName.includes(name)))(
  '$name is asked for under one of the keys that it is tagged with, whatever could be read',
  (profile) => {
    const { site, identity, url } = profile;
    const handle = identity?.handle ?? identity?.id ?? '';
    const stableId = identity?.handle === undefined ? identity?.id : undefined;
    const asked = taggableAt(site, identity, url.href, { platform: site.id, handle, stableId });
    const found = asked?.items.some(([first = '']) => tagged(profile).includes(first));
    expect(found, JSON.stringify([asked, tagged(profile)])).toBe(true);
    expect(taggableAt(site, identity, url.href, null)).toBeNull();
  },
);

test('a page of a site of which nothing is known is asked for by its address', () => {
  const address = 'https://www.amazon.com/hz/unknown?utm_source=x';
  expect(taggableAt({ id: 'amazon' }, null, address, null)).toEqual({
    platform: 'amazon',
    items: [['amazon:page:#https://www.amazon.com/hz/unknown']],
  });
});
