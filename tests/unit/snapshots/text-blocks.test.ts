import { describe, expect, test } from 'vitest';
import { pageLayoutSchema, pageTextSchema } from '../../../utils/domain/snapshot.ts';
import { snapshotLimits } from '../../../utils/domain/snapshot-limits.ts';
import { pageLayout } from '../../../utils/snapshots/page-layout.ts';
import { harmlessStyle } from '../../../utils/snapshots/page-styles.ts';
import { textBlocks } from '../../../utils/snapshots/text-blocks.ts';
import { parsePage, parsePageOtherwise } from '../../support/parse-page.ts';

const url = 'https://bells.example/';
const body = (inner: string) =>
  `<!doctype html><html><head><title>t</title></head><body>${inner}</body></html>`;
const texts = (inner: string) => textBlocks(parsePage(body(inner))).blocks.map(({ text }) => text);

describe('the visible text of a page', () => {
  test('by blocks, with what stands within a line put together', () => {
    expect(
      texts(
        '<h1>Brass <em>bells</em></h1><p>Made\n by <b>hand</b>.<br>In Lund.</p><ul><li>One</li><li>Two</li></ul>tail',
      ),
    ).toEqual(['Brass bells', 'Made by hand. In Lund.', 'One', 'Two', 'tail']);
  });

  test.each([
    '<script>x</script>',
    '<style>p{}</style>',
    '<template><p>x</p></template>',
    '<noscript>x</noscript>',
    '<p hidden>x</p>',
    '<p style="color:red; display : none">x</p>',
    '<p style="visibility:hidden">x</p>',
    '<span class="visually-hidden">x</span>',
    '<div aria-hidden="true">x</div>',
    '<dialog>x</dialog>',
    '<select><option>x</option></select>',
    // what somebody types or was written
    '<textarea>x</textarea>',
    '<div contenteditable="true">x</div>',
    '<div role="textbox">x</div>',
    '<div role="log"><p>x</p></div>',
    '<div class="chat-window"><p>x</p></div>',
    '<div id="intercom-container">x</div>',
  ])('%s is no part of it', (inner) => {
    expect(texts(`<p>before</p>${inner}<p>after</p>`)).toEqual(['before', 'after']);
  });

  test('folded details are there, so that a click of the visitor changes nothing', () => {
    const folded = texts('<details><summary>Care</summary><p>Wipe it.</p></details>');
    expect(folded).toEqual(['Care', 'Wipe it.']);
    expect(texts('<details open><summary>Care</summary><p>Wipe it.</p></details>')).toEqual(folded);
  });

  test('regions by roles and names, and keys that stay when class names are built anew', () => {
    const page = (build: string) =>
      body(`<div class="cookie-banner">We use cookies</div><nav>Menu</nav><main class="css-${build}"><section class="hero Hero_hero__${build}"><h1>Winter</h1></section>
        <ul class="grid"><li class="card"><a href="/1"><img src="/1.jpg"></a>A 1</li><li class="card"><a href="/2"><img src="/2.jpg"></a>B 2</li><li class="card"><a href="/3"><img src="/3.jpg"></a>C 3</li></ul>
        <section><h2>You may also like</h2><p>Mug</p></section><div class="ad-slot">Buy</div><p>Words</p></main><aside>Tips</aside><footer>© us</footer>`);
    const blocks = textBlocks(parsePage(page('a1b2c3'))).blocks;
    expect(blocks.map(({ region, text }) => `${region}: ${text}`)).toEqual([
      'notice: We use cookies',
      'navigation: Menu',
      'banner: Winter',
      'card: A 1',
      'card: B 2',
      'card: C 3',
      'recommended: You may also like',
      'recommended: Mug',
      'advert: Buy',
      'main: Words',
      'aside: Tips',
      'footer: © us',
    ]);
    expect(textBlocks(parsePage(page('z9y8x7'))).blocks).toEqual(blocks);
  });

  test('open shadow roots are looked into', () => {
    const document = parsePageOtherwise(body('<div id="host"></div>'));
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    const inside = document.createElement('p');
    inside.textContent = 'Inside';
    root?.append(inside);
    expect(textBlocks(document).blocks.map(({ text }) => text)).toEqual(['Inside']);
  });
});

const hostile: [string, string][] = [
  ['deep', `${'<div>'.repeat(5_000)}x${'</div>'.repeat(5_000)}`],
  ['wide', '<p>word</p>'.repeat(40_000)],
  ['one text of two megabytes', `<p>${'ab c'.repeat(500_000)}</p>`],
  ['names of a megabyte', `<div class="${'x'.repeat(1_000_000)}" id="${'y'.repeat(100_000)}"><p>x</p></div>`],
  [
    'a thousand classes',
    `<div class="${Array.from({ length: 1_000 }, (_, index) => `k${index}`).join(' ')}">x</div>`,
  ],
  [
    'addresses that are none',
    '<a href="javascript:alert(1)">x</a><img src="data:image/png;base64,AA"><a href="http://[">y</a><img srcset=",,,">',
  ],
  [
    'strange elements',
    '<x-y__z><p>x</p></x-y__z><svg><p>x</p></svg><a1b2c3d4e5f6g7h8i9j0k1l2>x</a1b2c3d4e5f6g7h8i9j0k1l2>',
  ],
  ['nothing', ''],
];

describe.each(hostile)('a page that is %s', (_what, inner) => {
  test('stays within the limits and fits the schemas', () => {
    const document = parsePage(body(inner));
    const before = document.querySelectorAll('*').length;
    const text = textBlocks(document);
    const layout = pageLayout(document, url);
    expect(pageTextSchema.safeParse(text).error).toBeUndefined();
    expect(pageLayoutSchema.safeParse(layout).error).toBeUndefined();
    expect(layout.nodes.every(({ parent }, index) => parent < index)).toBe(true);
    expect(document.querySelectorAll('*').length).toBe(before);
  });
});

test('what was cut says so', () => {
  const long = textBlocks(parsePage(body('<p>word</p>'.repeat(snapshotLimits.blocks + 1))));
  expect([long.blocks.length, long.cut]).toEqual([snapshotLimits.blocks, true]);
  expect(pageLayout(parsePage(body('<p>word</p>'.repeat(snapshotLimits.nodes))), url).cut).toBe(true);
  expect(textBlocks(parsePage(body('<p>word</p>'))).cut).toBe(false);
});

describe('the cleaned page', () => {
  test('keeps elements, words, links and picture addresses, nothing that runs', () => {
    const { nodes } = pageLayout(
      parsePage(
        body(
          '<section class="hero x" onclick="run()"><a href="/sale">Sale</a><img data-src="/b.jpg" src="data:,x" alt="Bells"><custom-el>Hi</custom-el><script>x</script><input value="secret"></section>',
        ),
      ),
      url,
    );
    expect(nodes).toEqual([
      { parent: -1, tag: 'div' },
      { parent: 0, tag: 'section', classes: ['hero', 'x'], region: 'banner' },
      { parent: 1, tag: 'a', region: 'banner', href: 'https://bells.example/sale' },
      { parent: 2, region: 'banner', text: 'Sale' },
      { parent: 1, tag: 'img', region: 'banner', picture: 'https://bells.example/b.jpg', alt: 'Bells' },
      { parent: 1, tag: 'div', region: 'banner' },
      { parent: 5, region: 'banner', text: 'Hi' },
    ]);
  });

  test.each([
    '@import url("https://evil.example/x.css"); p{color:red}',
    '@font-face{font-family:x;src:url(x.woff2)} p{color:red}',
    'p{color:red;background:url(https://evil.example/x.png)}',
    'p{color:red;background:URL( "x" )}',
    'p{color:red;background-image:image-set("x.png" 1x)}',
    'p{color:red;behavior:url(x.htc)}',
    'p{color:red} q{background:u\\72l(x.png)}',
    'p{color:red;width:expression(alert(1))}',
    'p{color:red}</style><img src=x>',
    'p{color:red;background:url(x',
  ])('its styles load nothing: %s', (style) => {
    const text = harmlessStyle(style);
    expect(text).toContain('color:red');
    expect(text).not.toMatch(/url|@import|@font-face|evil|expression|behavior|image-set|<\/style|\\/i);
  });

  test('rules around a forbidden one stay', () => {
    expect(harmlessStyle('@media print{@font-face{font-family:x;src:url(x)}p{color:red}}q{top:0}')).toBe(
      '@media print{p{color:red}}q{top:0}',
    );
    expect(harmlessStyle('p{color:red}.md\\:flex{display:flex}q{top:0}')).toBe('p{color:red}q{top:0}');
  });

  test('long styles are read once', () => {
    const long = [
      'url('.repeat(70_000),
      '@import '.repeat(37_000),
      'a{'.repeat(100_000),
      'a;'.repeat(100_000),
      '\\'.repeat(200_000),
      '/*'.repeat(100_000),
    ];
    for (const text of long) expect(harmlessStyle(text)).not.toMatch(/url|@import|\\/);
  });
});
