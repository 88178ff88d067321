import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../editors/bundle.ts';
import { badgesIn } from '../support/badges.ts';
import { type Browsing, launchChromium, whenRegistered } from '../support/chromium.ts';
import { eventually } from '../support/closed-roots.ts';
import { medians, round } from './measure.ts';
import { scrollLags } from './scroll-lags.ts';
import { worldsOf } from './worlds.ts';

const comments = 5_000;
/** The page rests so long after its comments were added, milliseconds: what we do, we do after it. */
const restMs = 2_500;

interface Scene {
  address: string;
  /** puts the first comments there */
  begin: string;
  /** brings all of them; ends when the page has drawn them */
  bring: string;
}

const bare = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const drawn = 'https://www.instagram.com/p/Kettle_snow1/';
const scenes: Record<string, Scene> = {
  'a page that does nothing but make the elements, all at once': {
    address: bare,
    begin: 'fill(5)',
    bring: `fill(${comments})`,
  },
  'a page drawn by React, all at once': {
    address: drawn,
    begin: 'show(5)',
    bring: `show(${comments})`,
  },
  'a page drawn by React, fifty at a time': {
    address: drawn,
    begin: 'show(5)',
    bring: `show(${comments}, 50)`,
  },
};

async function pageDrawnByReact(): Promise<string> {
  const script = await bundle('../bench/pages/react-comments.ts');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kettle in the snow</title>
    <style>body { margin: 0; font: 14px/18px Arial, sans-serif; } main { width: 600px; }</style></head>
    <body><main><h2>lin.studio</h2><div id="comments"></div></main>
    <script>${script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script></body></html>`;
}

async function bringComments(browsing: Browsing, scene: Scene, ours: boolean) {
  const page = await browsing.context.newPage();
  const cdp = await browsing.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('Profiler.enable');
  // microseconds between two looks at what runs
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await page.goto(scene.address);
  await page.evaluate(scene.begin);
  if (ours) await eventually('boxes beside names', async () => (await badgesIn(page)).length >= 3);
  await page.waitForTimeout(1_000);
  const scriptMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await scriptMs();
  await cdp.send('Profiler.start');
  // in a task of the page: what a driver evaluates is not counted
  await page.evaluate(`new Promise((done) => setTimeout(async () => { await ${scene.bring}; done(); }, 0))`);
  await page.waitForTimeout(restMs);
  const { profile } = await cdp.send('Profiler.stop');
  const worlds = worldsOf(profile);
  const script = (await scriptMs()) - before;
  await page.close();
  return {
    scriptMs: script,
    pageMs: worlds.pageMs,
    oursMs: worlds.oursMs,
    longestOfOurs: worlds.longestOfOurs,
  };
}

/**
 * What items cost on pages that bring 5,000 comments, beside the same pages without Deckhand in the same run.
 *
 * `pageMs` is what ran from the page's own scripts in the browser without Deckhand, `oursMs` what ran from our scripts in the one with it: both from the
 * profiler, which says for each sample what was called first. `differenceMs` compares the browser's own counter of script time of both: what
 * it costs to call us is in it, and so is how different two runs are.
 */
async function shares(runs: number) {
  const without = await launchChromium({ extension: null });
  const deckhand = await launchChromium();
  try {
    await whenRegistered(deckhand);
    const bareHtml = readFileSync(join(import.meta.dirname, '../fixtures/pages/living-youtube.html'), 'utf8');
    const drawnHtml = await pageDrawnByReact();
    for (const { pages } of [without, deckhand]) pages.put(bare, bareHtml).put(drawn, drawnHtml);
    const results: Record<string, Record<string, number>> = {};
    for (const [name, scene] of Object.entries(scenes)) {
      const none: Awaited<ReturnType<typeof bringComments>>[] = [];
      const ours: typeof none = [];
      // the first of each is slower: nothing is compiled yet
      for (let run = 0; run <= runs; run++) {
        const [one, other] = [
          await bringComments(without, scene, false),
          await bringComments(deckhand, scene, true),
        ];
        if (run === 0) continue;
        none.push(one);
        ours.push(other);
      }
      const [page, both] = [medians(none), medians(ours)];
      results[name] = {
        pageMs: page.pageMs,
        oursMs: both.oursMs,
        percent: round((both.oursMs / page.pageMs) * 100),
        longestOfOurs: both.longestOfOurs,
        differenceMs: round(both.scriptMs - page.scriptMs),
      };
    }
    return results;
  } finally {
    await without.close();
    await deckhand.close();
  }
}

/** What items on a living page cost, and how what stands beside names follows them. */
export async function itemCosts(runs: number) {
  return {
    [`${comments} comments`]: await shares(runs),
    'badges while a box scrolls': await scrollLags(Math.min(runs, 3)),
  };
}
