import { expect, test } from 'vitest';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import { readPage } from '../../../utils/sites/read-page.ts';
import { compareReadings } from '../../../utils/snapshots/compare-readings.ts';
import { parsePage } from '../../support/parse-page.ts';
import { profile } from '../../support/readings.ts';
import { type SampleName, sampleHtml, samplePages } from '../../support/sample-pages.ts';
import { goods, listing, named, productPage } from '../../support/sample-readings.ts';

const bells = listing(goods(40));
const unreadable = (after: PageReading, before = bells) => compareReadings(before, after);

test.each<[string, PageReading, string]>([
  ['a wall', { ...bells, kind: 'blocked', problems: [{ field: 'page', reason: 'blocked' }] }, 'wall'],
  [
    'a page that was not understood',
    { ...bells, problems: [{ field: 'page', reason: 'ambiguous' }] },
    'not-understood',
  ],
  ['no row', listing([]), 'empty'],
  ['far fewer rows', listing(goods(11)), 'far-fewer'],
  [
    'a shell',
    { platform: 'web', kind: 'other', key: null, url: 'https://bells.example/brass', problems: [] },
    'empty',
  ],
  ['a product', productPage({ id: '1', title: 'Bell', price: '1.00' }), 'other-page'],
  [
    'the list of something else',
    listing(
      goods(40).map((_plain, index) => ({
        id: `z${index}`,
        title: `Mug ${index}`,
        url: `https://bells.example/mug-${index}`,
      })),
      { key: 'web:listing:bells.example/mugs' },
    ),
    'other-page',
  ],
])('%s is unreadable, and nothing else', (_what, after, reason) => {
  expect(unreadable(after)).toEqual([{ kind: 'unreadable', key: 'page', to: reason, severity: 'medium' }]);
});

test('a third of the rows is still a list', () => {
  const found = unreadable(listing(goods(13)));
  expect(found.some(({ kind }) => kind === 'unreadable')).toBe(false);
});

test('a wall that is gone is told once, a wall that stays not at all', () => {
  const wall: PageReading = { ...bells, kind: 'blocked' };
  expect(named(compareReadings(wall, bells))).toEqual(['readable-again page']);
  expect(compareReadings(wall, wall)).toEqual([]);
});

test('a profile of which only the address is left is unreadable', () => {
  const shell = profile();
  delete shell.creator?.followers;
  delete shell.creator?.displayName;
  expect(unreadable(shell, profile())).toMatchObject([{ kind: 'unreadable', to: 'empty' }]);
});

test('an account that took another name is the same account', () => {
  const before = profile({
    handle: { value: 'mira.bakes', source: 'url' },
    stableId: { value: '7', source: 'state' },
  });
  const after = profile({
    handle: { value: 'mira.bread', source: 'url' },
    stableId: { value: '7', source: 'state' },
  });
  expect(unreadable(after, before)).toEqual([]);
  const other = profile({
    handle: { value: 'somebody', source: 'url' },
    stableId: { value: '8', source: 'state' },
  });
  expect(unreadable(other, before)).toMatchObject([{ kind: 'unreadable', to: 'other-page' }]);
});

test('a shop that moved to another system and kept its address is the same shop', () => {
  const moved = { ...bells, platform: 'shopify' as const, key: 'shopify:listing:bells.example/brass' };
  expect(compareReadings(bells, moved)).toEqual([]);
});

test.each<[SampleName, SampleName]>([
  ['instagram', 'loginWall'],
  ['instagram', 'deleted'],
  ['tiktok', 'captcha'],
])('the page %s, then %s in its place', (before, after) => {
  const read = (name: SampleName) => readPage(parsePage(sampleHtml(name)), samplePages[name].url);
  expect(named(compareReadings(read(before), read(after)))).toEqual(['unreadable page']);
});
