import { sites } from '../../utils/sites/registry.ts';
import type { Site, SiteFacts } from '../../utils/sites/site.ts';

/** Every platform of the registry with what its file says about itself. A file without `facts` fails by name. */
export const sitesWithFacts: { site: Site; facts: SiteFacts }[] = await Promise.all(
  sites.map(async (site) => {
    const file = (await import(`../../utils/sites/${site.id}.ts`)) as { facts?: SiteFacts };
    if (!file.facts?.examples.length)
      throw new Error(`utils/sites/${site.id}.ts exports no facts with examples`);
    return { site, facts: file.facts };
  }),
);
