import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badgesIn } from '../support/badges.ts';
import { type Browsing, launchChromium, whenRegistered } from '../support/chromium.ts';
import { eventually } from '../support/closed-roots.ts';
import { medians, round } from './measure.ts';

const address = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
const html = readFileSync(join(import.meta.dirname, '../fixtures/pages/living-youtube.html'), 'utf8');
const comments = 5_000;
/** The page rests so long after its comments were added, milliseconds. */
const restMs = 3_000;

/** What 5,000 comments that a page adds at once cost. */
async function addedAtOnce(browsing: Browsing, ours: boolean) {
  const page = await browsing.context.newPage();
  const cdp = await browsing.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.goto(address);
  await page.evaluate('fill(3)');
  if (ours) await eventually('boxes beside names', async () => (await badgesIn(page)).length >= 3);
  await page.waitForTimeout(500);
  const scriptMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await scriptMs();
  const tasks = await page.evaluate(
    async ({ count, rest }) => {
      const seen: { start: number; duration: number }[] = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) seen.push({ start: startTime, duration });
      }).observe({ type: 'longtask' });
      // in a task of the page: what a driver evaluates is not counted
      await new Promise<void>((done) =>
        setTimeout(() => {
          (window as unknown as { fill(count: number): void }).fill(count);
          done();
        }, 0),
      );
      // the task that adds them, and the layout of all of them, are the page's
      await new Promise((done) => setTimeout(done, 0));
      const own = performance.now();
      await new Promise((done) => setTimeout(done, rest));
      return { count: seen.filter(({ start }) => start > own).length };
    },
    { count: comments, rest: restMs },
  );
  const script = (await scriptMs()) - before;
  await page.close();
  return { scriptMs: script, longTasksAfter: tasks.count };
}

/** Runs in the page: scrolls a list of names in a box and notes how far each frame's badges are from their names. */
async function scrollBadges(
  how: 'beside' | 'layer',
): Promise<{ frames: number; lag: number; worst: number; slow: number }> {
  const box = document.createElement('div');
  box.style.cssText = 'height:600px;overflow:auto;position:relative';
  const names = Array.from({ length: 300 }, (_, at) => {
    const row = document.createElement('p');
    row.style.cssText = 'height:40px;margin:0';
    const name = document.createElement('a');
    name.textContent = `visitor ${at}`;
    row.append(name);
    box.append(row);
    return name;
  });
  document.body.replaceChildren(box);
  const makeBadge = () => {
    const badge = document.createElement('div');
    badge.style.cssText = 'position:absolute;left:0;top:0;width:16px;height:16px;background:#0b5c8a';
    return badge;
  };
  const layer = document.createElement('div');
  layer.style.cssText = 'position:fixed;inset:0;pointer-events:none';
  const badges = names.map((name) => {
    const badge = makeBadge();
    if (how === 'layer') layer.append(badge);
    else {
      const host = document.createElement('span');
      host.style.cssText = 'position:absolute;width:0;height:0';
      host.attachShadow({ mode: 'closed' }).append(badge);
      name.after(host);
    }
    return badge;
  });
  document.body.append(layer);
  const settle = () => {
    const places = names.map((name) => name.getBoundingClientRect());
    for (const [at, place] of places.entries()) {
      const badge = badges[at];
      if (badge) badge.style.translate = `${place.right}px ${place.top}px`;
    }
  };
  if (how === 'layer') {
    settle();
    box.addEventListener('scroll', () => requestAnimationFrame(settle), { passive: true });
  }
  const distance = () => {
    const [name, badge] = [names[150], badges[150]];
    return name && badge ? badge.getBoundingClientRect().top - name.getBoundingClientRect().top : Number.NaN;
  };
  const atRest = distance();
  const lags: number[] = [];
  const gaps: number[] = [];
  let last = performance.now();
  let going = true;
  const frame = () => {
    // before anybody repositions: what the last frame showed, with the scrolling that came since
    lags.push(Math.abs(distance() - atRest));
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  await new Promise((done) => setTimeout(done, 2_500));
  going = false;
  const sum = lags.reduce((total, lag) => total + lag, 0);
  return {
    frames: lags.length,
    lag: sum / lags.length,
    worst: Math.max(...lags),
    slow: gaps.filter((gap) => gap > 25).length,
  };
}

async function scrolled(page: Page, how: 'beside' | 'layer') {
  await page.goto(address);
  const measured = page.evaluate(scrollBadges, how);
  await page.waitForTimeout(200);
  await page.mouse.move(200, 300);
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, turn < 30 ? 180 : -120);
    await page.waitForTimeout(30);
  }
  return measured;
}

/**
 * What items on a living page cost beside the same page without Deckhand, and how badges follow their names while a box in the page scrolls:
 * one host beside each name against one layer over everything.
 */
export async function itemCosts(runs: number) {
  const without = await launchChromium({ extension: null });
  const deckhand = await launchChromium();
  try {
    await whenRegistered(deckhand);
    for (const browsing of [without, deckhand]) browsing.pages.put(address, html);
    await addedAtOnce(without, false);
    await addedAtOnce(deckhand, true);
    const none: Awaited<ReturnType<typeof addedAtOnce>>[] = [];
    const ours: typeof none = [];
    for (let run = 0; run < runs; run++) {
      none.push(await addedAtOnce(without, false));
      ours.push(await addedAtOnce(deckhand, true));
    }
    const [page, both] = [medians(none), medians(ours)];
    const beside: Awaited<ReturnType<typeof scrolled>>[] = [];
    const layer: typeof beside = [];
    const tab = await without.context.newPage();
    for (let run = 0; run < Math.min(runs, 3); run++) {
      beside.push(await scrolled(tab, 'beside'));
      layer.push(await scrolled(tab, 'layer'));
    }
    return {
      [`${comments} comments at once`]: {
        none: page,
        deckhand: both,
        oursMs: round(both.scriptMs - page.scriptMs),
        longTasks: both.longTasksAfter - page.longTasksAfter,
      },
      'badges while a box scrolls': {
        'a host beside each name': medians(beside),
        'one layer over all': medians(layer),
      },
    };
  } finally {
    await without.close();
    await deckhand.close();
  }
}
