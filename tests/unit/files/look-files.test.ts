import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { PageReading } from '../../../utils/domain/page-reading.ts';
import type { LayoutNode } from '../../../utils/domain/snapshot.ts';
import { fileNamePart, timeNamePart } from '../../../utils/files/file-name.ts';
import { layoutDocument } from '../../../utils/files/layout-html.ts';
import { type LookFile, type LookWords, lookHtml } from '../../../utils/files/look-html.ts';
import { htmlStyles, htmlText, withoutControls } from '../../../utils/files/plain-html.ts';
import { readingTables } from '../../../utils/files/reading-tables.ts';
import { type ZipPart, zipFile } from '../../../utils/files/zip-file.ts';
import { parsePage } from '../../support/parse-page.ts';

const evil =
  '</title></style></script><script>globalThis.taken=1</script><img src=x onerror=alert(1)>"\'\u202e\u0000';

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows\\system32', 'windows-system32'],
    ['C:\\x', 'C-x'],
    ['con', 'page-con'],
    ['LPT1', 'page-LPT1'],
    ['nul.txt', 'nul-txt'],
    ['a\u202egnp.exe', 'a-gnp-exe'],
    ['a\u0000b\nc', 'a-b-c'],
    ['   ', 'page'],
    ['…', 'page'],
    ['林家陶瓷 · 碗', '林家陶瓷-碗'],
    ['=cmd|calc', 'cmd-calc'],
    ['.hidden.', 'hidden'],
  ])('%j is %j', (text, name) => {
    expect(fileNamePart(text, 'page')).toBe(name);
  });
  test('ends where every system still takes it, never within a sign', () => {
    expect([...fileNamePart('𠮷'.repeat(300), 'page')]).toHaveLength(60);
    expect(timeNamePart('2026-03-10T08:05:09.123Z')).toBe('2026-03-10-080509');
  });
});

describe('a text of a page in HTML of ours', () => {
  test('is text: marks, quotes, control signs and turned lines do nothing', () => {
    expect(htmlText(evil)).not.toMatch(/[<>"'\u202e]|\p{Cc}/u);
    expect(withoutControls('a\u202eb\u2066c\u0007d\u0085e\ud800f\tg\nh')).toBe('abcde\ufffdf\tg\nh');
    // right-to-left marks of ordinary texts stay
    expect(withoutControls('\u200fשלום')).toBe('\u200fשלום');
  });
  test('as style rules it ends no element and loads nothing', () => {
    const rules = htmlStyles(
      'a{background:URL (//t.example)}</style><script>@import "//t.example/x.css"; b{src: image-set("x" 1x)}',
    );
    expect(rules).not.toMatch(/<|@import|url\s*\(|image-set/i);
  });
});

const nodes: LayoutNode[] = [
  { parent: -1, tag: 'div', classes: ['x" onload="taken()'] },
  { parent: 0, tag: 'script' },
  { parent: 1, text: evil },
  { parent: 0, tag: 'a', href: 'https://shop.example/"><script>' },
  { parent: 3, text: 'link' },
  { parent: 0, tag: 'img', picture: 'https://shop.example/a.png', alt: evil },
  { parent: 0, tag: 'br' },
  { parent: 0, tag: 'iframe' },
  // a parent that is closed already
  { parent: 4, tag: 'form' },
  { parent: 0, text: 'after' },
];

describe('the layout of a look', () => {
  test('keeps its shape and has nothing that runs, leads or loads', () => {
    const html = [...layoutDocument({ nodes, styles: evil, cut: false })].join('');
    const { body, head } = parsePage(html);
    expect(
      body.ownerDocument.querySelectorAll('script, a, img, iframe, form, [onload], [onerror], [src], [href]'),
    ).toHaveLength(0);
    expect(head.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(body.querySelector('.deckhand-link')?.textContent?.trim()).toBe('link');
    expect(body.querySelector('.deckhand-picture')?.getAttribute('title')).toBe('https://shop.example/a.png');
    expect(body.textContent).toContain('after');
  });
});

const words = new Proxy({}, { get: (_words, name) => `word ${String(name)}` }) as LookWords;
const reading = {
  platform: 'shopify',
  kind: 'listing',
  key: null,
  url: 'https://shop.example/',
  shop: { name: { value: evil, source: 'dom', raw: evil } },
  products: [
    {
      title: { value: evil, source: 'dom' },
      price: { value: { amount: '9.00', currency: 'EUR' }, source: 'dom' },
    },
    { title: { value: 'Two', source: 'dom' }, promotions: { value: ['a', 'b'], source: 'dom' } },
  ],
  problems: [{ field: 'shop', reason: 'missing' }],
} as PageReading;

async function html(more: Partial<LookFile>): Promise<string> {
  const look: LookFile = {
    locale: 'en',
    title: evil,
    address: `https://shop.example/?q=${evil}`,
    time: 'Tuesday',
    reading: 'not read',
    text: 'no text',
    layout: 'no layout',
    picture: 'no picture',
    ...more,
  };
  let all = '';
  for await (const piece of lookHtml(look, words)) all += piece;
  return all;
}

describe('a look as a page', () => {
  test('of a hostile shop runs and loads nothing, and says everything as text', async () => {
    const text = { blocks: [{ key: 'k', tag: 'p', region: 'main' as const, text: evil }], cut: false };
    const tiles = (async function* () {
      yield { type: 'image/webp', data: 'UklGRg==', width: 640, height: 256 };
    })();
    const page = await html({
      reading,
      text,
      layout: { nodes, styles: evil, cut: false },
      picture: { tiles, notes: [evil] },
    });
    const document = parsePage(page);
    expect(document.querySelectorAll('script, a, form, link, object, [onerror], [onload]')).toHaveLength(0);
    const loads = [...document.querySelectorAll('[src]')].map((element) => element.getAttribute('src'));
    expect(loads).toEqual(['data:image/webp;base64,UklGRg==']);
    const [policy] = [...document.querySelectorAll('meta[http-equiv]')];
    expect(policy?.getAttribute('content')).toMatch(/^default-src 'none'; img-src data:;/);
    // before anything of the page
    expect(page.indexOf('http-equiv')).toBeLessThan(page.indexOf('taken'));
    const frame = document.querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.getAttribute('srcdoc')).toContain("default-src 'none'");
    expect(page).not.toMatch(/[\u202a-\u202e]|(?!\n)\p{Cc}/u);
    expect(document.querySelector('pre')?.textContent).toContain('"amount": "9.00"');
    expect([...document.querySelectorAll('td')].map(({ textContent }) => textContent)).toContain('9.00 EUR');
  });

  test('says of each layer that is not there why', async () => {
    const document = parsePage(await html({}));
    for (const reason of ['not read', 'no text', 'no layout', 'no picture'])
      expect(document.body.textContent).toContain(reason);
    expect(document.querySelectorAll('iframe, img, table')).toHaveLength(0);
  });
});

test('a reading as tables: every fact with its source, lists with a column for each field that one has', () => {
  const { facts, lists } = readingTables(reading);
  expect(facts).toContainEqual({ field: 'shop.name', value: evil, source: 'dom', raw: evil });
  expect(lists).toEqual([
    {
      name: 'products',
      columns: ['title', 'price', 'promotions'],
      rows: [
        [evil, '9.00 EUR', ''],
        ['Two', '', 'a, b'],
      ],
    },
    { name: 'problems', columns: ['field', 'reason'], rows: [['shop', 'missing']] },
  ]);
});

describe('a ZIP file', () => {
  const time = '2026-03-10T08:00:00.000Z';
  async function* bodyOf(...pieces: (string | Uint8Array)[]) {
    yield* pieces;
  }
  async function* partsOf(...parts: ZipPart[]) {
    yield* parts;
  }
  const signal = () => new AbortController().signal;

  test('holds its parts byte by byte, however they come in pieces', async () => {
    const long = '林𠮷'.repeat(40_000);
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    const blob = await zipFile(
      partsOf(
        { name: 'a.html', time, body: bodyOf('<p>', long, '</p>') },
        { name: 'b/c.png', time, asIs: true, body: bodyOf(noise.subarray(0, 7), noise.subarray(7)) },
        { name: 'empty.txt', time, body: bodyOf() },
      ),
      signal(),
    );
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(strFromU8(files['a.html'] ?? new Uint8Array())).toBe(`<p>${long}</p>`);
    expect(files['b/c.png']).toEqual(noise);
    expect(files['empty.txt']).toHaveLength(0);
    expect(blob.type).toBe('application/zip');
  });

  test('others have their turn while it is written, and it stops when it is not wanted any more', async () => {
    const stop = new AbortController();
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const many = async function* () {
      for (let piece = 0; piece < 60; piece++) yield `${piece} ${crypto.randomUUID()}`.repeat(2_000);
    };
    await zipFile(partsOf({ name: 'a', time, body: many() }), stop.signal);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    const endless = async function* () {
      for (let piece = 0; ; piece++) {
        if (piece === 3) stop.abort(new Error('not wanted'));
        yield 'x'.repeat(1_000);
      }
    };
    await expect(zipFile(partsOf({ name: 'a', time, body: endless() }), stop.signal)).rejects.toThrow(
      'not wanted',
    );
  });

  test('a part that fails fails the file', async () => {
    const broken = async function* (): AsyncGenerator<string> {
      yield 'x';
      throw new Error('gone');
    };
    await expect(zipFile(partsOf({ name: 'a', time, body: broken() }), signal())).rejects.toThrow('gone');
  });
});
