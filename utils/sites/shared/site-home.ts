import type { CreatorReading, Problem, ShopReading } from '../../domain/page-reading.ts';
import { absolute, pathOf } from './address.ts';
import { compact, fact, fold, textFact } from './fields.ts';
import { isNode, type JsonLdNode, listOf, nodesOf, text, typesOf } from './json-ld.ts';
import { metaOf, type Page } from './opened-page.ts';
import { mailAddresses, ownLinks, socialLinks } from './outgoing.ts';
import { creatorOf, isOrganisation } from './person.ts';

/** What a site says of itself on any of its pages. */
export interface SiteSelf {
  name?: { value: string; source: 'json-ld' | 'meta' | 'state' | 'dom' };
  node?: JsonLdNode;
  isStore: boolean;
}

function isHome(page: Page, address: string | undefined): boolean {
  if (!address) return true;
  const resolved = absolute(address, page.base);
  if (!resolved) return true;
  const [theirs, ours] = [new URL(resolved), page.url].map((url) => url.hostname.replace(/^www\./, ''));
  return theirs === ours && (pathOf(resolved, page.base) ?? '').split('/').length <= 2;
}

/** WordPress names its feed after the site: "Name » Feed". */
function feedName(document: Document): string | undefined {
  const title = document
    .querySelector('link[rel="alternate"][type="application/rss+xml"][title]')
    ?.getAttribute('title');
  const [name, rest] = (title ?? '').split(/\s+»\s+/);
  return rest ? fold(name ?? '') || undefined : undefined;
}

/** Shopify hands the shop's name to the browser's payment sheet. */
function merchantName(document: Document): string | undefined {
  const source = document.querySelector('script#apple-pay-shop-capabilities')?.textContent;
  if (!source || source.length > 20_000) return undefined;
  try {
    const data: unknown = JSON.parse(source);
    return isNode(data) ? text(data.merchantName) : undefined;
  } catch {
    return undefined;
  }
}

export function siteSelf(page: Page): SiteSelf {
  const candidates = page.nodes
    .flatMap((node) => [node, ...nodesOf(node.publisher)])
    .filter((node) => isOrganisation(node) && text(node.name) && isHome(page, text(node.url)));
  const node = candidates.find((candidate) => candidate.sameAs !== undefined) ?? candidates[0];
  const site = page.nodes.find((candidate) => typesOf(candidate).includes('WebSite'));
  const isStore = candidates.some((candidate) => typesOf(candidate).some((type) => /Store$/.test(type)));
  const names: [string | undefined, 'json-ld' | 'meta' | 'state' | 'dom'][] = [
    [node && text(node.name), 'json-ld'],
    [metaOf(page, 'og:site_name'), 'meta'],
    [site && text(site.name), 'json-ld'],
    [merchantName(page.document), 'state'],
    [metaOf(page, 'application-name'), 'meta'],
    [feedName(page.document), 'dom'],
  ];
  const found = names.find(([name]) => name && fold(name).length > 0 && name.length <= 200);
  return {
    isStore,
    ...(node ? { node } : {}),
    ...(found?.[0] ? { name: { value: fold(found[0]), source: found[1] } } : {}),
  };
}

/** Elements that only pages with a basket have. */
const basket =
  'a[href*="/cart"], a[href*="/checkout"], a[href*="/basket"], a[href*="/panier"], a[href*="/warenkorb"], a[href*="/carrito"], form[action*="/cart"], [class*="minicart"], [data-block="minicart"], .add_to_cart_button';

export function hasBasket(document: Document): boolean {
  return document.querySelector(basket) !== null;
}

/**
 * The shop itself, as any page of it may tell; `shopId` an id that outlives a change of domain, `home` the address of its first page
 * where that is known.
 */
export function readShop(
  page: Page,
  self: SiteSelf,
  shopId: string | undefined,
  home?: string,
): ShopReading | undefined {
  if (!self.name) return undefined;
  const problems: Problem[] = [];
  const logo = listOf(self.node?.logo)
    .map((value) => (isNode(value) ? (text(value.contentUrl) ?? text(value.url)) : text(value)))
    .find((address) => address !== undefined);
  return compact<ShopReading>({
    id: shopId ? fact(shopId, 'state') : undefined,
    name: textFact(self.name.value, self.name.source, 'short', 'name', problems),
    url: home ? fact(home, 'url') : undefined,
    logoUrl: textFact(absolute(logo, page.base), 'json-ld', 'address', 'logoUrl', problems),
  });
}

/** Who stands behind a site, from its home page: name, what they say of themselves, their profiles elsewhere, mail addresses. */
export function readOwner(page: Page, self: SiteSelf, problems: Problem[]): CreatorReading | undefined {
  if (!self.name) return undefined;
  const from = self.node ? creatorOf(page, self.node, 'json-ld', problems) : {};
  const said = metaOf(page, 'description', 'og:description');
  const links = [...new Set([...socialLinks(page, self.node?.sameAs), ...ownLinks(page)])];
  const emails = [...new Set([...mailAddresses(page.document), ...(from.emails?.value ?? [])])];
  const host = page.url.hostname.replace(/^www\./, '');
  // several sites can share a host: then the first page's path is part of whose it is; a language prefix is not
  const path = page.url.pathname.replace(/\/(?:index\.\w+)?$/, '');
  const site = /^(?:\/[a-z]{2}(?:[-_][a-z]{2})?)?$/i.test(path) ? host : `${host}${path}`;
  return compact<CreatorReading>({
    ...from,
    handle: fact(site, 'url'),
    stableId: fact(site, 'url'),
    displayName: textFact(self.name.value, self.name.source, 'short', 'displayName', problems),
    bio: textFact(said && fold(said), 'meta', 'long', 'bio', problems) ?? from.bio,
    links: links.length > 0 ? fact(links, 'dom') : undefined,
    emails: emails.length > 0 ? fact(emails, 'dom') : undefined,
  });
}
