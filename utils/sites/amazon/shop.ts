import type { Problem, ShopReading } from '../../domain/page-reading.ts';
import { addProblem, compact, fact, textFact } from '../shared/fields.ts';
import { lineOf } from '../shared/text.ts';
import type { PageIdentity, SiteReader } from '../site.ts';
import { readCards } from './cards.ts';

/**
 * A seller's page, a seller's goods, or a brand's store. Names are read where the page has an element for nothing else; where a brand's store
 * shows followers is not known.
 */
export function readShop(document: Document, identity: PageIdentity, url: URL): ReturnType<SiteReader> {
  const problems: Problem[] = [];
  const name = lineOf(document.querySelector('#seller-name, h1#sellerName, #sellerName'));
  const { products } = readCards(document, url);
  const shop = compact<ShopReading>({
    id: identity.id ? fact(identity.id, 'url') : undefined,
    name: textFact(name, 'dom', 'short', 'name', problems),
    url: fact(identity.url, 'url'),
  });
  if (!shop.name) addProblem(problems, 'name', 'missing');
  return { kind: 'shop', shop, ...(products.length > 0 ? { products } : {}), problems };
}
