import type { Page } from '@playwright/test';
import { launchChromium } from '../support/chromium.ts';
import { medians } from './measure.ts';

const address = 'https://www.youtube.com/watch?v=k3ttleSn0w1';

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

/** How badges follow their names while a box in the page scrolls: one host beside each name against one layer over everything. */
export async function scrollLags(runs: number) {
  const { context, pages, close } = await launchChromium({ extension: null });
  try {
    pages.put(address, '<!doctype html><title>names</title>');
    const tab = await context.newPage();
    const beside: Awaited<ReturnType<typeof scrolled>>[] = [];
    const layer: typeof beside = [];
    for (let run = 0; run < runs; run++) {
      beside.push(await scrolled(tab, 'beside'));
      layer.push(await scrolled(tab, 'layer'));
    }
    return { 'a host beside each name': medians(beside), 'one layer over all': medians(layer) };
  } finally {
    await close();
  }
}
