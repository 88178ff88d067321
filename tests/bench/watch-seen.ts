import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from '@playwright/test';
import { diffLines } from 'diff';
import { launchChromium } from '../support/chromium.ts';
import type { PageKind } from '../support/generated-history.ts';
import { pictureAddress, prepare, type Visit } from '../support/generated-pages.ts';
import type { Shop } from '../support/generated-shops.ts';
import { parsePage } from '../support/parse-page.ts';

/*
 * How other ways to compare see two versions of a page. None of them names a change, so all that can be asked is whether they alert at all and
 * how much there is to look at.
 */

const apart = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD']);

/** The text that a page shows, line by line. */
function linesOf(html: string): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== 1 || unseen.has(node.nodeName)) return;
    const isBlock = apart.has(node.nodeName);
    if (isBlock) parts.push('\n');
    for (const child of node.childNodes) walk(child);
    if (isBlock) parts.push('\n');
  };
  walk(parsePage(html).body);
  const lines = parts
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return `${lines.filter(Boolean).join('\n')}\n`;
}

/** Lines that are other ones, as changedetection.io counts them: every one of them is the alert's text. */
export function differingLines(before: string, after: string): number {
  return diffLines(linesOf(before), linesOf(after))
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * Price and stock of a page as changedetection.io's restock mode wants them: one product with one price in the page's JSON-LD. `many`: it gives
 * up on lists (`MoreThanOnePriceFound`); null: no product was found.
 */
export function onePrice(html: string): string | 'many' | null {
  const found: unknown[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return;
    if ('price' in value) found.push([value.price, 'availability' in value ? value.availability : null]);
    Object.values(value).forEach(visit);
  };
  for (const script of parsePage(html).querySelectorAll('script[type="application/ld+json"]'))
    visit(JSON.parse(script.textContent ?? 'null'));
  if (found.length === 0) return null;
  return found.length > 1 ? 'many' : JSON.stringify(found[0]);
}

/** A picture for every address that a version of a shop may show on a visit: the same number and revision show the same. */
function picturesOf(kind: PageKind, shop: Shop, visit: Visit): [string, string][] {
  const all = [
    ...shop.goods.map(({ number, revision }) => [number, revision] as const),
    [900_000, shop.banner] as const,
    [800_000, shop.avatar] as const,
  ];
  const html = kind.draw(prepare(shop, visit, kind.language));
  return all.map(([number, revision]) => {
    const address = pictureAddress(number, revision, visit, '');
    const name = /([^/]+?)(?:_600x)?\.(?:jpg|webp)/.exec(address)?.[1] ?? '';
    const hue = (number * 47 + revision * 131) % 360;
    if (!html.includes(name)) return ['', ''];
    return [
      name,
      `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="hsl(${hue} 50% 60%)"/><circle cx="${60 + (hue % 120)}" cy="120" r="${30 + (revision % 5) * 12}" fill="hsl(${(hue + 120) % 360} 60% 40%)"/></svg>`,
    ];
  });
}

const sheet =
  'body{margin:0;font:16px/1.5 sans-serif}img{width:240px;height:240px}.grid,ul,.J_TItems{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;list-style:none}.visually-hidden{display:none}';

/** A browser that takes whole pages as PNG and lays two on each other with pixelmatch. */
export async function pixelPeer() {
  const browsing = await launchChromium({ extension: null });
  const judge = await browsing.context.newPage();
  // the last one is in front: no picture comes of a hidden tab
  const page = await browsing.context.newPage();
  const pictures = new Map<string, string>();
  await browsing.context.route(/\.(?:jpg|webp)/, (route) => {
    const url = route.request().url();
    // eBay's pictures have their name as a folder
    const name = /([^/]+?)(?:_600x)?\.(?:jpg|webp)/.exec(url)?.[1] ?? '';
    const body = pictures.get(name) ?? pictures.get(/\/g\/([^/]+)\//.exec(url)?.[1] ?? '');
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: body ?? '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
  });
  const source = readFileSync(createRequire(import.meta.url).resolve('pixelmatch'), 'utf8');
  await judge.addScriptTag({
    type: 'module',
    content: source.replace(/export default function/, 'globalThis.pixelmatch = function'),
  });
  await judge.waitForFunction(() => 'pixelmatch' in globalThis);
  const cdp = await browsing.context.newCDPSession(page);

  return {
    close: browsing.close,
    shoot: (kind: PageKind, shop: Shop, visit: Visit) => shoot(page, cdp, kind, shop, visit),
    /** Share of the pixels that differ, of the taller picture. */
    share: (before: string, after: string): Promise<number> =>
      judge.evaluate(
        async (both) => {
          const maps = await Promise.all(
            both.map(async (data) =>
              createImageBitmap(new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))])),
            ),
          );
          const width = Math.max(...maps.map((map) => map.width));
          const height = Math.max(...maps.map((map) => map.height));
          const pixels = maps.map((map) => {
            const context = new OffscreenCanvas(width, height).getContext('2d');
            if (!context) throw new Error('no canvas');
            context.fillStyle = '#fff';
            context.fillRect(0, 0, width, height);
            context.drawImage(map, 0, 0);
            return context.getImageData(0, 0, width, height).data;
          });
          type Match = (a: unknown, b: unknown, out: null, width: number, height: number) => number;
          const { pixelmatch } = globalThis as unknown as { pixelmatch: Match };
          return pixelmatch(pixels[0], pixels[1], null, width, height) / (width * height);
        },
        [before, after],
      ),
  };

  async function shoot(
    tab: Page,
    session: CDPSession,
    kind: PageKind,
    shop: Shop,
    visit: Visit,
  ): Promise<string> {
    for (const [name, body] of picturesOf(kind, shop, visit)) if (name) pictures.set(name, body);
    const html = kind.draw(prepare(shop, visit, kind.language));
    browsing.pages.put(kind.url, html.replace('</head>', `<style>${sheet}</style></head>`));
    await tab.goto(kind.url, { waitUntil: 'load' });
    return (await session.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true }))
      .data;
  }
}
