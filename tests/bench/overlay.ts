import { type Browsing, launchChromium, whenRegistered } from '../support/chromium.ts';
import { overlayButton } from '../support/closed-roots.ts';
import { commentPage } from '../support/sample-pages.ts';
import { loadCost, medians, type PageCost, watchPage } from './measure.ts';

const counts = [1_000, 5_000];
/** The page rests so long after loading, with the button there or not, milliseconds. */
const restMs = 2_000;

async function once(browsing: Browsing, url: string, hasButton: boolean): Promise<PageCost> {
  const page = await browsing.context.newPage();
  await page.addInitScript(watchPage);
  const cdp = await browsing.context.newCDPSession(page);
  const cost = await loadCost(page, cdp, url, () => page.waitForTimeout(restMs));
  // looked for afterwards: looking costs
  if (hasButton) await overlayButton(page);
  await page.close();
  return cost;
}

/** What a page of many comments costs without Deckhand and with it, in turn. */
export async function overlayCosts(runs: number) {
  const without = await launchChromium({ extension: null });
  const deckhand = await launchChromium();
  try {
    await whenRegistered(deckhand);
    const figures: Record<string, unknown> = {};
    for (const count of counts) {
      const url = `https://www.instagram.com/mira.holm.ceramics/`;
      for (const browsing of [without, deckhand]) browsing.pages.put(url, commentPage(count));
      const costs = { none: [] as PageCost[], deckhand: [] as PageCost[] };
      // the first visit of each fills caches and is not counted
      await once(without, url, false);
      await once(deckhand, url, true);
      for (let run = 0; run < runs; run++) {
        costs.none.push(await once(without, url, false));
        costs.deckhand.push(await once(deckhand, url, true));
      }
      figures[`${count} comments`] = { none: medians(costs.none), deckhand: medians(costs.deckhand) };
    }
    return figures;
  } finally {
    await without.close();
    await deckhand.close();
  }
}
