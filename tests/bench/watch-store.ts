import type { BrowserContext, Page } from '@playwright/test';
import { html, prepare, type Visit } from '../support/generated-pages.ts';
import { type Ability, makeShop, nextVersion, random, type Shop } from '../support/generated-shops.ts';
import { shopifyList } from '../support/generated-stores.ts';

/*
 * A store's page of 60 products as heavy as one: 30 photos of about 90 kB, 300 kB of styles, some 7,000 px tall. It changes by the log of
 * generated-shops.ts, like the pages on which comparing is judged.
 */

/** A site on which the test build may work; nothing answers there but what is put in its way. */
const origin = 'https://lin-ceramics.example';
export const storeAddress = (number: number) => `${origin}/collections/bowls-${number}`;

const photoCount = 30;
const photoSide = 800;
const photoBytes = 90_000;

/**
 * Photographs of nothing: light and shade, patches of every size and grain, the same for the same number; packed so that each weighs about
 * `photoBytes`.
 * @param page any page of the browser, which does the packing
 */
export async function makePhotos(page: Page): Promise<Buffer[]> {
  const packed = await page.evaluate(
    async ({ count, side, bytes }) => {
      const noise = (seed: number) => {
        let state = seed >>> 0;
        return () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return state / 4_294_967_296;
        };
      };
      const photos: string[] = [];
      for (let number = 0; number < count; number++) {
        const next = noise(number * 7_919 + 1);
        const canvas = new OffscreenCanvas(side, side);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        const hue = Math.floor(next() * 360);
        const light = context.createLinearGradient(0, 0, side * next(), side);
        light.addColorStop(0, `hsl(${hue} 18% ${70 + next() * 25}%)`);
        light.addColorStop(1, `hsl(${hue + 30} 22% ${35 + next() * 30}%)`);
        context.fillStyle = light;
        context.fillRect(0, 0, side, side);
        // patches from a third of the picture down to a few pixels
        for (let size = side / 3; size > 3; size /= 1.6)
          for (let patch = 0; patch < 10 + 260 / size; patch++) {
            const [x, y, r] = [next() * side, next() * side, size * (0.4 + next())];
            const shade = context.createRadialGradient(x, y, 0, x, y, r);
            const tone = `${(hue + next() * 90) % 360} ${20 + next() * 40}% ${20 + next() * 60}%`;
            shade.addColorStop(0, `hsl(${tone} / ${0.2 + next() * 0.5})`);
            shade.addColorStop(0.8, `hsl(${tone} / ${next() * 0.3})`);
            shade.addColorStop(1, `hsl(${tone} / 0)`);
            context.fillStyle = shade;
            context.fillRect(x - r, y - r, r * 2, r * 2);
          }
        // what the thing itself has: edges
        context.lineWidth = 5;
        for (let line = 0; line < 40; line++) {
          context.strokeStyle = `hsl(${hue + next() * 60} 30% ${next() * 80}% / 0.7)`;
          context.beginPath();
          context.ellipse(
            side / 2,
            side / 2,
            next() * side * 0.4,
            next() * side * 0.4,
            next() * 3,
            0,
            6.3 * next(),
          );
          context.stroke();
        }
        const pixels = context.getImageData(0, 0, side, side);
        for (let at = 0; at < pixels.data.length; at += 4) {
          const grain = (next() + next() - 1) * 14;
          for (let band = 0; band < 3; band++) pixels.data[at + band] = (pixels.data[at + band] ?? 0) + grain;
        }
        context.putImageData(pixels, 0, 0);
        let [low, high] = [0.2, 0.98];
        let best = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
        for (let tries = 0; tries < 6; tries++) {
          const quality = (low + high) / 2;
          best = await canvas.convertToBlob({ type: 'image/jpeg', quality });
          if (best.size > bytes) high = quality;
          else low = quality;
        }
        const array = new Uint8Array(await best.arrayBuffer());
        let text = '';
        for (let at = 0; at < array.length; at += 8_192)
          text += String.fromCharCode(...array.subarray(at, at + 8_192));
        photos.push(btoa(text));
      }
      return photos;
    },
    { count: photoCount, side: photoSide, bytes: photoBytes },
  );
  return packed.map((text) => Buffer.from(text, 'base64'));
}

const plainStyles = `
body { margin: 0; font: 16px/1.5 sans-serif; color: #222 }
img { display: block; width: 100%; object-fit: cover }
.hero img { height: 420px }
.grid { display: grid; grid-template-columns: repeat(4, 1fr); gap: 24px; list-style: none; margin: 0; padding: 24px }
.card__media img { height: 290px }
.card__heading { font-size: 15px; margin: 8px 0 4px }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.price__sale { display: none } .price--on-sale .price__sale { display: block } .price--on-sale .price__regular { display: none }
.announcement-bar, footer, .site-header, aside, .pulse, .latest, .story, .magazine, .related-products { padding: 8px 24px }
`;

/** As much as a shop system's theme brings along; hardly any of it fits this page. */
function themeStyles(): string {
  const next = random(97);
  const rules = [
    'margin',
    'padding',
    'border-radius',
    'letter-spacing',
    'min-height',
    'gap',
    'top',
    'outline-offset',
  ];
  const lines = [plainStyles];
  for (let bytes = 0; bytes < 300_000; ) {
    const words = Array.from({ length: 3 }, () => Math.floor(next() * 46_000).toString(36));
    const line = `.theme-${words[0]} .${words[1]}__${words[2]}:hover { ${Array.from(
      { length: 3 },
      () => `${rules[Math.floor(next() * rules.length)]}: ${Math.floor(next() * 64)}px;`,
    ).join(' ')} }\n`;
    lines.push(line);
    bytes += line.length;
  }
  return lines.join('');
}
const styles = themeStyles();

const able: Ability[] = [
  'price-down',
  'price-up',
  'promotion-started',
  'promotion-ended',
  'product-new',
  'product-gone',
  'title',
  'picture',
  'moved-up',
  'announcement',
  'paragraph',
  'banner',
];

export const makeStore = (seed: number): Shop => makeShop(60, 'en', seed);

/** One to four changes of the kinds that a listing has, a new banner among them. */
export const changeStore = (shop: Shop, seed: number): Shop =>
  nextVersion(shop, able, { seed, most: 4, keyOf: shopifyList.keyOf, language: 'en' }).shop;

/** Which of the photos a picture of the generated shop is: by its name, so that another picture is nearly always another photo. */
function photoOf(name: string): number {
  return [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 10_007, 7) % photoCount;
}

/** The page of a store as it is on a visit. */
export function storePage(shop: Shop, visit: Visit): string {
  return shopifyList
    .draw(prepare(shop, visit, 'en'))
    .replaceAll('https://lin-studio.example', origin)
    .replace(/files\/([^/.]+)\.jpg/g, (_all, name: string) => `files/photo-${photoOf(name)}.jpg`)
    .replace('</head>', '<link rel="stylesheet" href="/theme.css"></head>');
}

/** Has photos and styles answered in a browser. */
export async function serveStore(context: BrowserContext, photos: readonly Buffer[]): Promise<void> {
  await context.route(`${origin}/theme.css`, (route) =>
    route.fulfill({ contentType: 'text/css', body: styles }),
  );
  await context.route(/\/files\/photo-\d+\.jpg/, (route) => {
    const number = Number(/photo-(\d+)/.exec(route.request().url())?.[1]);
    return route.fulfill({ contentType: 'image/jpeg', body: photos[number] ?? Buffer.alloc(0) });
  });
}

export const emptyPage = html('en', 'Empty', '', '<p>Nothing.</p>');
