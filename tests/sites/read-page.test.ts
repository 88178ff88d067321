import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageReadingSchema } from '../../utils/domain/page-reading.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';
import { sitesWithFacts } from '../support/site-facts.ts';
import { siteFixtures } from '../support/site-fixtures.ts';

const fixtures = siteFixtures();
const addresses = [
  ...sitesWithFacts.flatMap(({ facts }) => facts.examples.map(({ url }) => url)),
  'https://shop.example/products/cup',
];

describe('readPage on anything', () => {
  it('reads an address that is none as another page, without a key', () => {
    for (const url of [
      '',
      'not an address',
      'about:blank',
      'javascript:alert(1)',
      'chrome://extensions',
      'x'.repeat(20_000),
    ]) {
      const reading = readPage(parsePage('<p>x</p>'), url);
      expect(reading).toMatchObject({ platform: 'web', kind: 'other', key: null, problems: [] });
      expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
    }
  });

  it.each(fixtures)('changes nothing in $platform/$name', ({ html, expected }) => {
    for (const parse of [parsePage, parsePageOtherwise]) {
      const document = parse(html);
      const before = document.documentElement.outerHTML;
      readPage(document, expected.url);
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });

  it('never throws and never breaks the schema, whatever page stands at whatever address', () => {
    const documents = [...fixtures.map(({ html }) => html), '', '<', '<svg></svg>'].map(parsePage);
    // every document at a different part of the addresses, every address under many documents
    const share = 12;
    for (const [at, document] of documents.entries()) {
      for (const url of addresses.filter((_, place) => (place + at) % share === 0)) {
        const reading = readPage(document, url);
        expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
      }
    }
  });

  it('claims nothing of a person from the page of another one', () => {
    let tried = 0;
    for (const { html, expected, platform } of fixtures) {
      // a page on the open web may say nothing of its own address
      if (platform === 'web' || expected.kind !== 'profile' || !expected.creator?.displayName) continue;
      const { handle } = expected.creator;
      // Weibo's own word for a page leads to a number that only the page knows
      if (platform === 'weibo' && !/^\d+$/.test(String(handle))) continue;
      // a number in the address is another person's as soon as one figure is another; on the open web every address is somebody's own page
      const parts = new URL(expected.url).pathname.split('/');
      const place = parts.findIndex(
        (part) => decodeURIComponent(part).replace(/^@/, '').toLowerCase() === String(handle).toLowerCase(),
      );
      if (place < 0) continue;
      const other = parts[place] ?? '';
      parts[place] = /^\d+$/.test(other)
        ? `${other.slice(0, -2)}${other.endsWith('77') ? '55' : '77'}`
        : `${other}zz`;
      const url = new URL(parts.join('/'), expected.url).href;
      tried += 1;
      const { creator = {} } = readPage(parsePage(html), url);
      const foreign = Object.entries(creator).filter(([, field]) => field?.source !== 'url');
      expect([url, foreign]).toEqual([url, []]);
    }
    expect(tried).toBeGreaterThan(40);
  });

  const garbage = fc.json({ maxDepth: 4 });
  const keyed = fc.dictionary(
    fc.constantFrom(
      'username',
      'uniqueId',
      'user',
      'stats',
      'follower_count',
      'header',
      'metadata',
      'title',
      'status',
      'text',
      'idstr',
      '__proto__',
      'constructor',
    ),
    fc.anything({
      maxDepth: 2,
      withBigInt: false,
      withDate: false,
      withNullPrototype: false,
      withMap: false,
      withSet: false,
    }),
  );
  const data = fc.oneof(
    garbage,
    keyed.map((value) => JSON.stringify(value) ?? 'null'),
  );

  it('survives any data in the places where sites leave theirs', () => {
    const places: [url: string, script: (json: string) => string][] = [
      [
        'https://www.instagram.com/ab/',
        (json) =>
          `<script type="application/json" data-sjs>{"username":"ab","a":${json},"follower_count":${json}}</script>`,
      ],
      [
        'https://www.instagram.com/p/Cabcde/',
        (json) =>
          `<script type="application/json">{"code":"Cabcde","user":${json},"caption":${json},"like_count":${json}}</script>`,
      ],
      [
        'https://x.com/ab',
        (json) =>
          `<script type="application/ld+json">{"@type":"ProfilePage","mainEntity":${json},"relatedLink":${json}}</script>`,
      ],
      [
        'https://www.youtube.com/@ab',
        (json) =>
          `<script>var ytInitialData = {"metadata":{"channelMetadataRenderer":{"ownerUrls":["/@ab"],"title":${json},"avatar":${json}}},"header":${json}};</script>`,
      ],
      [
        'https://www.youtube.com/watch?v=abcdef1',
        (json) =>
          `<script>var ytInitialPlayerResponse = {"videoDetails":{"videoId":"abcdef1","title":${json}},"microformat":${json}};</script><script>var ytInitialData = ${json};</script>`,
      ],
      [
        'https://www.tiktok.com/@ab',
        (json) =>
          `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"__DEFAULT_SCOPE__":{"webapp.user-detail":{"userInfo":{"user":{"uniqueId":"ab","nickname":${json}},"stats":${json}}}}}</script>`,
      ],
      [
        'https://www.tiktok.com/@ab/video/12345678',
        (json) =>
          `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{"__DEFAULT_SCOPE__":{"webapp.video-detail":{"itemInfo":{"itemStruct":{"id":"12345678","author":${json},"stats":${json},"textExtra":${json}}}}}}</script>`,
      ],
      [
        'https://m.weibo.cn/detail/5000000000000001',
        (json) =>
          `<script>var $render_data = [{"status":{"id":"5000000000000001","text":${json},"reposts_count":${json},"user":${json}}}][0] || {};</script>`,
      ],
      ['https://shop.example/', (json) => `<script type="application/ld+json">${json}</script>`],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), data, ([url, script], json) => {
        const html = `<!doctype html><html lang="en"><head></head><body>${script(json.replace(/</g, '\\u003c'))}</body></html>`;
        const reading = readPage(parsePage(html), url);
        expect(reading.problems).not.toContainEqual({ field: 'page', reason: 'ambiguous' });
        expect(pageReadingSchema.safeParse(reading).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('says so instead of throwing when a document misbehaves', () => {
    const broken = new Proxy(parsePage('<p>x</p>'), {
      get: (_, name) => {
        throw new Error(`no ${String(name)}`);
      },
    });
    expect(readPage(broken, 'https://x.com/ab')).toEqual({
      platform: 'x',
      kind: 'profile',
      key: 'x:profile:ab',
      url: 'https://x.com/ab',
      problems: [{ field: 'page', reason: 'ambiguous' }],
    });
  });
});
