import type { ProductReading } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { distinct, listAbove, shownCost } from '../shared/market-product.ts';
import { cleanLine } from '../shared/text.ts';
import type { Site } from '../site.ts';
import { currencyOfHost, picture } from './item.ts';

const cards =
  'ul.srp-results li.s-card, ul.srp-results li.s-item, ul.b-list__items_nofooter li.s-item, .str-item-card';
const titles =
  '.s-card__title, .s-item__title, .b-item__title, .str-item-card__property-title .str-text-span, .str-item-card__title, .str-card-title';
const struck = /strikethrough|STRIKETHROUGH/;

/** Words for screen readers ("Opens in a new window") and badges ("New listing") stand inside the title. */
const besideTitle = /\b(?:clipped|LIGHT_HIGHLIGHT|g-hdn)\b/;

function wordsOf(element: Element): string | undefined {
  const parts: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    if (node.nodeType !== 1 || depth > 12) return;
    const inner = node as Element;
    if (besideTitle.test(inner.getAttribute('class') ?? '') || inner.localName === 'svg') return;
    for (const child of inner.childNodes) walk(child, depth + 1);
  };
  for (const child of element.childNodes) walk(child, 0);
  return cleanLine(parts.join(''));
}

/** The price spans of a card: one, or a range in two or three ("$10.00", "to", "$20.00"); the struck-through one apart. */
function pricesOf(card: Element): { asked: string; before: string } {
  const asked: string[] = [];
  const before: string[] = [];
  const all = card.querySelectorAll(
    '.s-card__price, .s-card .strikethrough, .s-item__price, .s-item .STRIKETHROUGH, .str-item-card__property-displayPrice, .str-item-card__price',
  );
  for (const element of all) {
    const text = cleanLine(element.textContent) ?? '';
    const isStruck =
      struck.test(element.getAttribute('class') ?? '') ||
      element.querySelector('.STRIKETHROUGH, s, del') !== null;
    (isStruck ? before : asked).push(text);
  }
  return { asked: asked.join(' '), before: before.join(' ') };
}

/** Cards of a search, a category or a shop; "Shop on eBay" in the first place of a search is no product of it. */
export function readCards(
  facts: Facts,
  document: Document,
  url: URL,
  identify: Site['identify'],
): ProductReading[] {
  const hints = { currency: currencyOfHost(url) };
  const products: ProductReading[] = [];
  for (const card of [...document.querySelectorAll(cards)].slice(0, 400)) {
    const href = card.querySelector('a[href*="/itm/"]')?.getAttribute('href');
    if (!href || !URL.canParse(href, url.href)) continue;
    const known = identify(new URL(href, url.href));
    const title = card.querySelector(titles);
    if (known?.kind !== 'product' || !known.id || !title) continue;
    const { asked, before } = pricesOf(card);
    const { price, priceMax } = shownCost(facts, 'products.price', asked, hints, 'dom');
    const list = shownCost(facts, 'products.listPrice', before, hints, 'dom').price;
    products.push(
      compact<ProductReading>({
        id: { value: known.id, source: 'url' },
        title: facts.text('products.title', wordsOf(title), 'dom'),
        price,
        priceMax,
        listPrice: listAbove(list, price),
        imageUrl: facts.address('products.imageUrl', picture(card.querySelector('img')), 'dom', url.href),
        url: { value: known.url, source: 'url' },
      }),
    );
  }
  return distinct(products);
}
