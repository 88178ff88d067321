import { badgesIn } from '../support/badges.ts';
import { type Browsing, launchChromium, openExtensionPage, whenRegistered } from '../support/chromium.ts';
import { eventually } from '../support/closed-roots.ts';
import { fixture, watch } from '../support/living-pages.ts';
import { sendWrite } from '../support/messages.ts';
import { markedIn } from '../support/word-marks.ts';
import { inventedComments, inventedKeywords } from './keywords.ts';
import { medians } from './measure.ts';
import { worldsOf } from './worlds.ts';

/** The page rests so long after its comments were added, milliseconds. */
const restMs = 3_000;
const inGroup = 100;

async function bringComments(browsing: Browsing) {
  const page = await browsing.context.newPage();
  const cdp = await browsing.context.newCDPSession(page);
  await cdp.send('Profiler.enable');
  // microseconds between two looks at what runs
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await page.goto(watch);
  await page.evaluate('fill(3)');
  await eventually('boxes beside names', async () => (await badgesIn(page)).length >= 3);
  await page.waitForTimeout(1_000);
  await cdp.send('Profiler.start');
  await page.evaluate((texts) => {
    const code = window as unknown as {
      thread(comment: Element): Element;
      comment(handle: string, text: string, id: string): Element;
    };
    const all = document.createDocumentFragment();
    for (const [at, text] of texts.entries())
      all.append(code.thread(code.comment(`visitor_${at}`, text, `k${at}`)));
    document.querySelector('#comments')?.append(all);
  }, inventedComments);
  await page.waitForTimeout(restMs);
  const { profile } = await cdp.send('Profiler.stop');
  const { oursMs, longestOfOurs } = worldsOf(profile);
  const { low, medium, high } = await markedIn(page);
  await page.close();
  return { oursMs, longestOfOurs, marks: low.length + medium.length + high.length };
}

/**
 * What 500 keywords cost on a page that brings 1,000 comments at once, beside the same page with Deckhand and no keywords: the time of all our
 * scripts, and the longest time in which nothing but they ran.
 */
export async function keywordPageTimes(runs: number) {
  const browsing = await launchChromium();
  try {
    await whenRegistered(browsing);
    browsing.pages.put(watch, fixture('living-youtube.html'));
    const measure = async () => {
      const times: Awaited<ReturnType<typeof bringComments>>[] = [];
      // the first one compiles
      for (let run = 0; run <= runs; run++) {
        const time = await bringComments(browsing);
        if (run > 0) times.push(time);
      }
      return medians(times);
    };
    const without = await measure();
    const inside = await openExtensionPage(browsing, 'dashboard.html#/about');
    for (let from = 0; from < inventedKeywords.length; from += inGroup) {
      const words = inventedKeywords.slice(from, from + inGroup);
      const details = { name: `Group ${from}`, kind: 'other', severity: 'medium', words, enabled: true };
      const saved = (await sendWrite(inside, 'keyword.save', { details })) as { ok: boolean };
      if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`);
    }
    await inside.close();
    return { 'without keywords': without, 'with 500 keywords': await measure() };
  } finally {
    await browsing.close();
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await keywordPageTimes(Number(process.env.DECKHAND_BENCH_RUNS ?? 5)), null, 2));
