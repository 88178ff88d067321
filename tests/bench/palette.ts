import type { Frame, Page } from '@playwright/test';
import type { TemplateDetails } from '../../utils/domain/template.ts';
import { launchChromium, whenRegistered } from '../support/chromium.ts';
import { eventually } from '../support/closed-roots.ts';
import { boxOf, openWatchPage, paletteClosed, paletteFrame, reply, saveReplies } from '../support/palette.ts';
import { medians } from './measure.ts';

const subjects = [
  'parcel',
  'refund',
  'size',
  'colour',
  'shop',
  'code',
  'giveaway',
  'repost',
  'thanks',
  'letter',
];
const chinese = ['物流', '退款', '尺码', '颜色', '店铺', '优惠码', '抽奖', '转发', '感谢', '建联'];

/** Replies as a shop has them after years: a title, two languages, tags. */
function many(count: number): TemplateDetails[] {
  return Array.from({ length: count }, (_, at) => {
    const of = at % subjects.length;
    return reply(
      `About the ${subjects[of]} ${at} ${chinese[of]}说明`,
      {
        en: `Hi {{ person.first_name }}, about your ${subjects[of]}: we look into it and come back to you today. Number ${at}.`,
        'zh-CN': `{{ person.first_name }}你好，关于${chinese[of]}，我们马上查，今天内回复你。编号 ${at}。`,
      },
      { tags: [subjects[of] ?? '', chinese[of] ?? ''], ...(at === 7 ? { shortcut: 'giveaway' } : {}) },
    );
  });
}

/** Runs in the frame: notes when a reply is first on the screen after the palette was called. */
function noteShown(): void {
  const noted: { shownAt?: number } = {};
  Object.assign(window, { noted });
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="option"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // heard after what was drawn in this frame
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        noted.shownAt = performance.timeOrigin + performance.now();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Runs in the page: notes when the last key of the shortcut was written. */
function noteKey(): void {
  const noted: { keyAt?: number } = {};
  Object.assign(window, { noted });
  window.addEventListener('input', () => (noted.keyAt = performance.timeOrigin + performance.now()), true);
}

async function openOnce(page: Page, frame: Frame): Promise<number> {
  await frame.evaluate(noteShown);
  await page.evaluate(noteKey);
  await boxOf(page, 'c1').click();
  await boxOf(page, 'c1').evaluate((box) => box.replaceChildren());
  await page.keyboard.type(';giveaway');
  const shownAt = await eventually('open palette', () =>
    frame.evaluate(() => (window as unknown as { noted: { shownAt?: number } }).noted.shownAt),
  );
  const keyAt = await page.evaluate(() => (window as unknown as { noted: { keyAt: number } }).noted.keyAt);
  return shownAt - keyAt;
}

/** Types a query and measures from each key to the list it makes. */
async function searchOnce(page: Page, frame: Frame, query: string): Promise<number[]> {
  await frame.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    let from = 0;
    window.addEventListener('input', () => (from = performance.now()), true);
    const list = document.querySelector('[role="listbox"]');
    if (list)
      new MutationObserver(() => {
        if (from > 0) took.push(performance.now() - from);
        from = 0;
      }).observe(list, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  await page.keyboard.type(query, { delay: 60 });
  return frame.evaluate(() => (window as unknown as { took: number[] }).took);
}

/** How long the palette takes to be there, and each key in it, with many replies stored; milliseconds. */
export async function paletteTimes(runs: number) {
  const browsing = await launchChromium();
  try {
    await whenRegistered(browsing);
    const figures: Record<string, unknown> = {};
    for (const count of [20, 2_000]) {
      const dashboard = await saveReplies(browsing, many(count));
      await dashboard.close();
      const page = await openWatchPage(browsing);
      await page.bringToFront();
      await boxOf(page, 'c1').click();
      const frame = await paletteFrame(page);
      // ready: the list is in the frame's memory
      await page.waitForTimeout(2_000);
      const opens: { openMs: number }[] = [];
      const keys: { keyMs: number }[] = [];
      for (let run = 0; run <= runs; run++) {
        const openMs = await openOnce(page, frame);
        // the first one builds the index
        if (run > 0) opens.push({ openMs });
        else figures[`${count} replies, first time`] = { openMs: Math.round(openMs) };
        if (run > 0) keys.push(...(await searchOnce(page, frame, 'refund wl')).map((keyMs) => ({ keyMs })));
        await page.keyboard.press('Escape');
        await paletteClosed(page);
      }
      figures[`${count} replies`] = {
        ...medians(opens),
        ...medians(keys),
        worstKeyMs: Math.max(...keys.map(({ keyMs }) => keyMs)),
      };
      await page.close();
    }
    return figures;
  } finally {
    await browsing.close();
  }
}
