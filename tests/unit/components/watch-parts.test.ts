import { expect, test } from 'vitest';
import { figuresOf, postsAWeek } from '../../../components/dashboard/watch/compare-figures.ts';
import { filterHash, gravesFrom, readFilter } from '../../../components/dashboard/watch/filter-state.ts';
import { byRegion, layoutBoxes } from '../../../components/dashboard/watch/layout-boxes.ts';
import {
  colleagueText,
  countsOf,
  markdownText,
  reportMarkdown,
  sayNothing,
} from '../../../components/dashboard/watch/report-text.ts';
import { seriesCsv } from '../../../components/dashboard/watch/series-csv.ts';
import { countPoints, pricePoints } from '../../../components/dashboard/watch/series-points.ts';
import { weekReport, weekUntil } from '../../../components/dashboard/watch/week-report.ts';
import { words as watchEnglish } from '../../../components/dashboard/watch/words/en.ts';
import { words as dashboardEnglish } from '../../../components/dashboard/words/en.ts';
import type { LayoutNode } from '../../../utils/domain/snapshot.ts';
import { translateWith } from '../../../utils/i18n/translate.ts';
import { id } from './sample-data.ts';
import { at, changeOf, euro, fougere, nordlicht, ours, seriesOf, watchlist } from './watch-samples.ts';

/** Before everything that the samples looked at. */
const weekStart = '2020-01-01T00:00:00.000Z';

const english = { ...dashboardEnglish, ...watchEnglish };
const t = translateWith<typeof english>(english, 'en', 'cross-border');
const look = (day: number, over: object) => ({ at: at(day), snapshotId: id(800 + day), ...over });

test('the filter is its address and back; what an address invents is left out', () => {
  const filter = {
    competitorId: id(10),
    watchedPageId: id(510),
    kind: 'price-down',
    severity: 'medium',
    shown: 'muted',
  } as const;
  const hash = filterHash(filter);
  expect(readFilter(new URLSearchParams(hash.split('?')[1]))).toEqual(filter);
  const invented = readFilter(new URLSearchParams('competitor=<b>&kind=wild&severity=9&show=x'));
  expect(filterHash(invented)).toBe('#/watch');
  expect(gravesFrom('medium')).toEqual(['medium', 'high']);
  expect(gravesFrom('')).toEqual([]);
});

test('a layout becomes boxes of text: one for each element with text, pictures by their words, no address', () => {
  const nodes: LayoutNode[] = [
    { parent: -1, tag: 'body' },
    { parent: 0, tag: 'header', region: 'banner' },
    { parent: 1, tag: 'a', href: 'https://shop.example/' },
    { parent: 2, text: 'Nordlicht' },
    { parent: 0, tag: 'main', region: 'main' },
    { parent: 4, tag: 'h1' },
    { parent: 5, text: 'Candles ' },
    { parent: 5, tag: 'em' },
    { parent: 7, text: 'of wax' },
    { parent: 4, tag: 'p' },
    { parent: 9, text: 'See ' },
    { parent: 9, tag: 'a', href: 'https://shop.example/sale' },
    { parent: 11, text: 'the sale' },
    { parent: 4, tag: 'img', picture: 'https://shop.example/a.jpg', alt: 'A pillar' },
    { parent: 4, text: '   ' },
  ];
  const boxes = layoutBoxes(nodes);
  expect(boxes.map(({ kind, text, region }) => [region, kind, text])).toEqual([
    ['banner', 'link', 'Nordlicht'],
    ['main', 'heading', 'Candles of wax'],
    ['main', 'text', 'See the sale'],
    ['main', 'picture', 'A pillar'],
  ]);
  expect(JSON.stringify(boxes)).not.toContain('shop.example');
  expect(byRegion(boxes).map((part) => part.boxes.length)).toEqual([1, 3]);
});

test('a page as deep as it is long is drawn like any other', () => {
  const nodes: LayoutNode[] = Array.from({ length: 12_000 }, (_, index) => ({
    parent: index - 1,
    tag: 'div',
  }));
  nodes[11_999] = { parent: 11_998, text: 'At the bottom' };
  expect(layoutBoxes(nodes)).toMatchObject([{ text: 'At the bottom', depth: 0 }]);
});

test('posts a week come from counts a week apart, or from none', () => {
  const counted = (day: number, posts: number) => look(day, { posts });
  expect(postsAWeek([counted(1, 100), counted(8, 107)])).toBe(7);
  expect(postsAWeek([counted(1, 100), counted(15, 110), counted(16, 130)])).toBe(14);
  expect(postsAWeek([counted(1, 100), counted(5, 107)])).toBeUndefined();
  // deleted posts
  expect(postsAWeek([counted(1, 100), counted(8, 90)])).toBeUndefined();
});

test('the figures of several pages become one row; currencies are not mixed, what no page says is absent', () => {
  const list = seriesOf({
    looks: [
      look(1, { products: 60, promotions: 4, lowest: euro('9.00'), highest: euro('80.00') }),
      look(2, { products: 58, promotions: 6, lowest: euro('10.00'), highest: euro('79.00') }),
    ],
  });
  const sale = seriesOf({
    looks: [look(2, { products: 12, promotions: 12, lowest: euro('8.50'), highest: euro('20.00') })],
  });
  const profile = seriesOf({ looks: [look(1, { followers: 900 }), look(2, { followers: 950 })] });
  expect(figuresOf([list, sale, profile])).toEqual({
    mixed: false,
    lowest: euro('8.50'),
    highest: euro('79.00'),
    products: 58,
    promotions: 6,
    followers: 950,
  });
  const dollars = { amount: '5.00', currency: 'USD' };
  const other = seriesOf({ looks: [look(2, { lowest: dollars, highest: dollars })] });
  expect(figuresOf([list, other])).toEqual({ mixed: true, products: 58, promotions: 6 });
  expect(figuresOf([])).toEqual({ mixed: false });
});

test('the points of a chart are those of one currency, a pause in the list leaves none', () => {
  const points = [
    look(1, { price: { amount: '30.00', currency: 'USD' } }),
    look(2, { price: euro('24.00') }),
    look(3, { price: null }),
    look(4, { price: euro('18.50') }),
  ];
  const made = pricePoints({ key: '7', points: points as never });
  expect(made).toMatchObject({ currency: 'EUR', others: 1 });
  expect(made.points.map(({ value }) => value)).toEqual([24, 18.5]);
  const series = seriesOf({ looks: [look(1, { followers: 5 }), look(2, {}), look(3, { followers: 8 })] });
  expect(countPoints(series, 'followers').map(({ value, snapshotId }) => [value, snapshotId])).toEqual([
    [5, id(801)],
    [8, id(803)],
  ]);
});

test('the CSV has a row for each value, and a title that looks like a formula stays text', async () => {
  const series = seriesOf({
    looks: [look(1, { followers: 5, lowest: euro('9.00'), highest: euro('80.00') })],
    prices: [
      {
        key: '7',
        title: '=HYPERLINK("x")',
        points: [look(1, { price: euro('24.00') }), look(2, { price: null })] as never,
      },
    ],
  });
  const lines = (await seriesCsv(series, 'Nordlicht', t).text()).split('\r\n');
  expect(lines.slice(1)).toEqual([
    `"${at(1)}","Nordlicht","Followers","","5",""`,
    `"${at(1)}","Nordlicht","Lowest price","","9.00","EUR"`,
    `"${at(1)}","Nordlicht","Highest price","","80.00","EUR"`,
    `"${at(1)}","Nordlicht","Price","'=HYPERLINK(""x"")","24.00","EUR"`,
    `"${at(2)}","Nordlicht","Price","'=HYPERLINK(""x"")","",""`,
    '',
  ]);
});

test('a week has seven local days, also over the change of the clocks', () => {
  const { first, from, until } = weekUntil('2026-03-31');
  expect(first).toBe('2026-03-25');
  expect(new Date(from).getHours()).toBe(0);
  expect(new Date(until).getDate()).toBe(1);
});

test('a report begins with what is grave, counts the rest, and has those who did nothing', () => {
  const changes = [
    ...Array.from({ length: 13 }, (_, n) => changeOf(900 + n, { kind: 'title', severity: 'low' })),
    changeOf(950, { severity: 'high', note: { borrow: 'The bundle' } }),
  ];
  const noted = [{ competitorId: fougere.competitor.id, note: { good: 'Calm page' } }];
  const [first, second, third] = weekReport(weekStart, watchlist, changes, noted);
  expect(first?.changes[0]?.id).toBe(id(950));
  expect(first?.changes).toHaveLength(12);
  expect(first?.more).toBe(2);
  expect(first?.kinds).toEqual([
    { kind: 'title', count: 13 },
    { kind: 'price-down', count: 1 },
  ]);
  expect(first?.notes).toEqual([{ borrow: 'The bundle' }]);
  expect(second?.notes).toEqual([{ good: 'Calm page' }]);
  expect(third).toMatchObject({ changes: [], more: 0, notes: [] });
});

test('where nobody looked since the week began nothing is claimed', () => {
  const looked = { ...nordlicht, pages: nordlicht.pages.map((page) => ({ ...page, lastLookedAt: at(3) })) };
  const [seen] = weekReport(at(2), [looked], [], []);
  const [unseen] = weekReport(at(4), [looked], [], []);
  expect(seen && [sayNothing(seen, t), countsOf(seen, ['title'], t)]).toEqual(['Nothing new', ['0']]);
  expect(unseen && [sayNothing(unseen, t), countsOf(unseen, ['title'], t)]).toEqual([
    'Nobody looked at it this week',
    ['unknown'],
  ]);
  // what was found was looked at, whatever the page says
  expect(weekReport(at(4), [looked], [changeOf(901)], [])).toMatchObject([{ unseen: false }]);
});

test('Markdown keeps a page’s text as text; the message to a colleague leaves out who did nothing', () => {
  const changes = [changeOf(901, { title: '[click](javascript:x) **now** | `a`' })];
  const parts = weekReport(weekStart, [nordlicht, ours], changes, [
    { competitorId: id(10), note: { good: '# Big' } },
  ]);
  const figures = new Map([
    [id(10), { mixed: false, lowest: euro('9.00'), highest: euro('9.00'), followers: 1_200 }],
  ]);
  const markdown = reportMarkdown('Week', parts, figures, t);
  expect(markdown).toContain('| Nordlicht | €9.00 | unknown | unknown | 1,200 | unknown |');
  expect(markdown).toContain('\\[click\\]\\(javascript:x\\) \\*\\*now\\*\\* \\| \\`a\\` costs less');
  expect(markdown).toContain('- **What is good about it?** \\# Big');
  expect(markdown).toContain('## Harbour \\& Pine (Ours)');
  expect(markdownText('a\n# b')).toBe('a \\# b');
  const message = colleagueText('Week', parts, t);
  expect(message).toContain('• [click](javascript:x) **now** | `a` costs less: €24.00 → €18.00 (-25%)');
  expect(message).toContain('→ What is good about it? # Big');
  expect(message).not.toContain('Harbour');
});
