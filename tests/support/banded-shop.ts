/*
 * An invented shop's page whose pixels are known: down its right edge stand bands of known colours, over it lie a header that sticks and a
 * box that is fixed to the window.
 */

/** A site that the builds for tests may work on, and that no file of ours knows. */
export const bandedShop = 'https://lin-ceramics.example/collections/bowls';

export const bandHeight = 100;
export const header = { height: 60, colour: [200, 0, 200] as const };
export const chat = { width: 160, height: 80, colour: [0, 200, 200] as const };

/** The colour of a band by its number from 0, so that neighbours are far apart. */
export function bandColour(number: number): readonly [number, number, number] {
  const steps = [20, 130, 240];
  const at = (place: number) => steps[Math.floor((number + 1) / 3 ** place) % 3] ?? 0;
  return [at(0), at(1), at(2)];
}

export interface BandedShop {
  products: number;
  /** CSS pixels */
  height: number;
  /** of products whose price is another one */
  prices?: Record<number, string>;
  head?: string;
  body?: string;
}

/** The page's source. @returns html of a listing of `products` goods, `height` pixels tall */
export function bandedHtml({ products, height, prices = {}, head = '', body = '' }: BandedShop): string {
  const numbers = Array.from({ length: products }, (_, index) => index + 1);
  const items = numbers.map((number) => ({
    '@type': 'ListItem',
    position: number,
    item: {
      '@type': 'Product',
      name: `Bowl ${number}`,
      url: `/products/bowl-${number}`,
      offers: {
        '@type': 'Offer',
        price: prices[number] ?? `${10 + number}.00`,
        priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
      },
    },
  }));
  const list = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items };
  const cards = numbers.map(
    (number) =>
      `<li><a href="/products/bowl-${number}"><h3>Bowl ${number}</h3></a><span>€ ${prices[number] ?? `${10 + number}.00`}</span></li>`,
  );
  const bands = Array.from(
    { length: Math.ceil(height / bandHeight) },
    (_, number) => `<i style="background:rgb(${bandColour(number).join()})"></i>`,
  );
  return `<!doctype html><html lang="en"><head><title>Bowls – Lin Ceramics</title>
<script type="application/ld+json">${JSON.stringify(list)}</script>
<style>
  html { scroll-behavior: smooth }
  body { margin: 0; position: relative; height: ${height}px; overflow-x: hidden; background: #fff; font: 16px sans-serif }
  header { position: sticky; top: 0; height: ${header.height}px; background: rgb(${header.colour.join()}); z-index: 2 }
  .chat { position: fixed; left: 0; bottom: 0; width: ${chat.width}px; height: ${chat.height}px; background: rgb(${chat.colour.join()});
    transition: opacity 2s }
  .bands { position: absolute; top: 0; right: 0; width: 200px; height: ${height}px; overflow: hidden }
  .bands i { display: block; height: ${bandHeight}px }
  ul { margin: 0; padding: 0 0 0 400px; list-style: none }
  h3 { display: inline; margin: 0 }
  li { height: 40px; overflow: hidden }
</style>${head}</head><body><header id="top">Lin Ceramics</header>
<main><h1 style="padding-left:400px">Bowls</h1><label>Search <input id="search"></label><ul>${cards.join('')}</ul></main>
<div class="bands">${bands.join('')}</div><div class="chat" id="chat">Chat</div>${body}</body></html>`;
}

/** Runs in the page: everything of it that must be the same after its picture was taken. */
export function bandedState() {
  const focused = document.activeElement as HTMLInputElement;
  const box = document.querySelector('#chat');
  return {
    html: document.documentElement.outerHTML,
    scroll: [scrollX, scrollY],
    focused: focused.id,
    selection: [focused.selectionStart, focused.selectionEnd],
    // nothing fades in again before the person's eyes
    moving: document.getAnimations().length,
    chat: box && getComputedStyle(box).opacity,
  };
}
