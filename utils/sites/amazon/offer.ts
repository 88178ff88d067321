import type { Availability } from '../shared/availability.ts';
import { fold } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import { isElsewhere } from './price.ts';

const preorder =
  /pre-?order|will be released|vorbestell|erscheint am|précommand|sera disponible|preordina|prenota|uscirà|disponible a partir|reserva(?:r|)\b|pré-venda|予約|発売予定|预订|预售|预购/i;
const gone =
  /currently unavailable|out of stock|derzeit nicht verfügbar|nicht auf lager|actuellement indisponible|en rupture de stock|attualmente non disponibile|non disponibile|no disponible|agotado|não disponível|indisponível|momenteel niet verkrijgbaar|niet op voorraad|inte tillgänglig|slut i lager|obecnie niedostępny|niedostępn|şu anda mevcut değil|stokta yok|現在在庫切れ|在庫切れ|お取り扱いできません|目前无货|无货|غير متوفر|वर्तमान में उपलब्ध नहीं/i;
/** "This item cannot be shipped to your selected delivery location": says nothing about stock. */
const notHere =
  /cannot be shipped|can't be (?:shipped|delivered)|does not (?:ship|deliver)|nicht .{0,40}geliefert werden|ne peut pas être (?:expédié|livré)|non può essere (?:spedito|consegnato)|no se puede enviar|não pode ser (?:enviado|entregue)|お届けできません|配送できません/i;
const few = [
  /(?:only|just) (\d{1,3}) left/i,
  /nur noch (\d{1,3}) /i,
  /(?:plus que|que) (\d{1,3}) (?:exemplaire|ex\.|article|en stock)/i,
  /solo (\d{1,3})(?:\D|$)/i,
  /s[oó]lo (?:queda(?:\(?n\)?)?|hay) (\d{1,3})/i,
  /(?:apenas|só|somente) (\d{1,3}) (?:em|unidade)/i,
  /残り\s?(\d{1,3})\s?点/,
  /(?:仅剩|库存仅剩|还剩)\s?(\d{1,3})/,
];
const buyButtons =
  '#add-to-cart-button, #buy-now-button, #one-click-button, #add-to-cart-button-ubb, input[name="submit.add-to-cart"], #rcx-subscribe-submit-button';

export interface Offered {
  availability?: Availability;
  stock?: number;
}

/** Whether the product can be bought, from what the page says and whether it has something to buy it with. */
export function offeredOn(document: Document): Offered {
  if (
    document.querySelector(
      '#outOfStock, #outOfStock_feature_div #availability, #exports_desktop_outOfStock_buybox_message_feature_div .a-color-price',
    )
  ) {
    const words = lineOf(document.querySelector('#outOfStock'));
    if (words === undefined || !notHere.test(words)) return { availability: 'out-of-stock' };
  }
  const line = [...document.querySelectorAll('#availability')].find(
    (element) => !isElsewhere(element) && fold(element.textContent ?? ''),
  );
  const said =
    (line && lineOf(line.querySelector('.a-color-success, .a-color-price, .a-color-state') ?? line)) ?? '';
  if (notHere.test(said)) return {};
  if (gone.test(said)) return { availability: 'out-of-stock' };
  const button = [...document.querySelectorAll(buyButtons)].find((element) => !isElsewhere(element));
  const words = `${button?.getAttribute('value') ?? ''} ${button?.getAttribute('title') ?? ''} ${said}`;
  if (button && preorder.test(words)) return { availability: 'preorder' };
  const others = document.querySelector(
    '#buybox-see-all-buying-choices, #buybox-see-all-buying-choices-announce',
  );
  const success = line?.querySelector('.a-color-success') && said !== '';
  if (!button && !success && !(others && said)) return {};
  const left = few.map((pattern) => pattern.exec(said)?.[1]).find((digits) => digits !== undefined);
  return { availability: 'in-stock', ...(left ? { stock: Number(left) } : {}) };
}

/** "Sold by Amazon" without a link, in the languages that put the name at the end of a sentence. */
const byAmazon =
  /(?:sold by|vendu par|venduto(?: e spedito)? da|vendido(?: y enviado)? por|vendido e entregue por|durch|door|av|przez|販売元:?|由)\s*(Amazon(?:\.[a-z.]{2,6})?(?: [A-Z][\w.]*)*)\s*\.?\s*(?:$|直接|销售)/i;

/** Who sells what the page asks a price for; not the seller of a used copy beside it. */
export function sellerOn(document: Document): string | undefined {
  const shown = document.querySelectorAll(
    '#merchantInfoFeature_feature_div .offer-display-feature-text-message, [offer-display-feature-name="desktop-merchant-info"] .offer-display-feature-text-message',
  );
  for (const element of shown) {
    const name = lineOf(element);
    if (!isElsewhere(element) && name && name.length <= 120) return name;
  }
  const lines = [...document.querySelectorAll('#merchant-info, #merchantInfoFeature_feature_div')];
  for (const line of lines) {
    if (isElsewhere(line)) continue;
    const link = line.querySelector('#sellerProfileTriggerId, a[href*="seller="]');
    const name = lineOf(link) ?? byAmazon.exec(lineOf(line) ?? '')?.[1];
    if (name) return name;
  }
  const names = new Set(
    [...document.querySelectorAll('#sellerProfileTriggerId')].flatMap((link) =>
      isElsewhere(link) ? [] : (lineOf(link) ?? []),
    ),
  );
  const [only] = names;
  return names.size === 1 ? only : undefined;
}
