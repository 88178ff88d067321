import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainName } from '../../utils/sites/plain-words.ts';
import { skeletonOf } from '../../utils/sites/skeleton.ts';
import { parsePage, parsePageOtherwise } from '../support/parse-page.ts';

const parsers = [parsePage, parsePageOtherwise];

test('shows elements, attributes, standard words, repeats and the keys of the page’s data', () => {
  const html = `<!doctype html><html lang="en"><head><title>Mira</title><meta property="og:title" content="Mira">
    <script type="application/json">{"user":{"followers_count":12,"name":"Mira","778812":{"xq":1},"edge_followed_by":{"count":3}},"items":[{"id":"a"},{"id":"b"}]}</script>
    <script>window.__STATE__ = {"page":{"userInfo":null}};</script><style>.a{}</style></head>
    <body><main role="main" data-e2e="user-page"><h1 class="x">Mira</h1><ul><li>a</li><li>b <b>c</b></li><li>d</li></ul></main></body></html>`;
  const expected = `html[lang]
 head
  title
  meta[content][property=og:title]
  script[type=application/json]
   data object
    # object
     # number
    user object
     followers_count number
     name string
     edge_followed_by object
      count number
    items list of 2
     · object
      id string
  script
   data object
    page object
     userInfo null
  style
 body
  main[data-#][role=main]
   h1[class]
   ul
    li ×3
     b`;
  for (const parse of parsers) {
    const lines = skeletonOf(parse(html), []).split('\n');
    // the order of keys that are numbers is the engine's
    expect(
      lines
        .filter((line) => !/#/.test(line) || /main/.test(line))
        .map((line) => line.trim())
        .sort(),
    ).toEqual(
      expected
        .split('\n')
        .filter((line) => !/#/.test(line) || /main/.test(line))
        .map((line) => line.trim())
        .sort(),
    );
    expect(lines.length).toBe(expected.split('\n').length);
  }
});

test('nothing that stands on a page, whatever it is and wherever, is in its skeleton', () => {
  const marker = fc.stringMatching(/^[a-z]{3}q[a-z]{2}x[a-z0-9._]{1,12}$/);
  const json = (mark: string) =>
    JSON.stringify({ [mark]: { [`user_${mark}`]: mark, list: [mark, { [mark]: mark }] } });
  fc.assert(
    fc.property(
      fc.uniqueArray(marker, { minLength: 5, maxLength: 5 }),
      ([a = '', b = '', c = '', d = '', e = '']) => {
        const html = `<html lang="${a}"><head><title>${b}</title><meta property="og:${c}" content="${c}"><link rel="${d}" href="/${d}">
        <script type="application/ld+json">${json(a)}</script><script type="application/json" id="${b}">[${json(b)}]</script>
        <script>window.${c} = ${json(c)}; run("${c}")</script><script>var x = '${d}'</script></head>
        <body class="${a}"><!-- ${b} --><main role="${c}" itemprop="${d}" type="${e}" data-user="${a}"><p id="${e}">${e}</p>
        <x-${a.replace(/[^a-z]/g, '')} data-${b.replace(/[^a-z]/g, '')}="1">${a}</x-${a.replace(/[^a-z]/g, '')}></main>
        <${e.replace(/[^a-z]/g, '')} aria-${d.replace(/[^a-z]/g, '')}="1">${b}</${e.replace(/[^a-z]/g, '')}><noscript>${c}</noscript><template><i>${d}</i></template></body></html>`;
        for (const parse of parsers) {
          const skeleton = skeletonOf(parse(html), []).toLowerCase();
          for (const mark of [a, b, c, d, e]) {
            expect(skeleton).not.toContain(mark);
            expect(skeleton).not.toContain(mark.replace(/[^a-z]/g, ''));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a name that is made of plain words is hidden where it is the person’s own', () => {
  const html =
    '<html><body><script type="application/json">{"brand_studio":{"user_brand_studio":1,"user":2}}</script></body></html>';
  expect(skeletonOf(parsePage(html), ['Brand'])).not.toContain('brand');
  expect(skeletonOf(parsePage(html), ['Brand'])).toContain('user number');
});

test.each([
  ['edge_followed_by', 'edge_followed_by'],
  ['followerCount', 'followerCount'],
  ['user_mira_holm', 'user_#'],
  ['mira', '#'],
  ['7788', '#'],
  ['a1b2c3d4e5', '#'],
  ['data-v-7ba5bd90', 'data-#'],
  ['用户', '#'],
  ['__proto__', '__#__'],
])('the key %s is written as %s', (key, written) => expect(plainName(key)).toBe(written));

test('is never longer than 20,000 characters, and done in time on a large page', () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, i) =>
      `<div class="a"><p data-item="${i}"><a href="/${i}"></a></p>${i % 2 ? '<i></i>' : '<b></b>'}</div><hr>`,
  );
  const deep = `${'<div><span>'.repeat(200)}${'</span></div>'.repeat(200)}`;
  const document = parsePage(`<html><body>${rows.join('')}${deep}</body></html>`);
  const skeleton = skeletonOf(document, []);
  expect(skeleton.length).toBeLessThanOrEqual(20_000);
  expect(skeleton).toContain('div[class]');
});
