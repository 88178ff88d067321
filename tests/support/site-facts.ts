import type { PlatformId } from '../../utils/domain/platform.ts';
import { facts as web } from '../../utils/sites/generic.ts';
import { sites } from '../../utils/sites/registry.ts';
import { facts as shopify } from '../../utils/sites/shopify.ts';
import type { Site, SiteFacts } from '../../utils/sites/site.ts';
import { facts as woocommerce } from '../../utils/sites/woocommerce.ts';

/** Every platform of the registry with what its file says about itself. A file without `facts` fails by name. */
export const sitesWithFacts: { site: Site; facts: SiteFacts }[] = await Promise.all(
  sites.map(async (site) => {
    const file = (await import(`../../utils/sites/${site.id}.ts`)) as { facts?: SiteFacts };
    if (!file.facts?.examples.length)
      throw new Error(`utils/sites/${site.id}.ts exports no facts with examples`);
    return { site, facts: file.facts };
  }),
);

/** What is told by the page and not by its address: the shop systems, and any other page. */
export const familiesWithFacts: { id: PlatformId; facts: SiteFacts }[] = [
  { id: 'shopify', facts: shopify },
  { id: 'woocommerce', facts: woocommerce },
  { id: 'web', facts: web },
];
