import { expect, type Page } from '@playwright/test';
import { badgesIn } from '../../support/badges.ts';
import { buttonsInClosedRoots, eventually } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { fixture } from '../../support/living-pages.ts';
import { siteFixtures } from '../../support/site-fixtures.ts';

/** For each platform that has a page with people on it: whose names stand there as comments and posts, counted by eye. */
const pages: Record<string, { of: string; people: number } | { html: string; url: string; people: number }> =
  {
    // the writer of a review
    amazon: { of: 'product-first-load-en', people: 1 },
    // three in shadow roots, one of them an answer
    bilibili: { of: 'video-comments-in-shadow-roots-zh', people: 3 },
    douyin: { of: 'video-on-screen-zh', people: 3 },
    // the answer below it has a link that does not say that it is one
    facebook: { of: 'post-after-move-pt', people: 1 },
    // a page of its own: the rows of the one for readers have less around their time
    instagram: {
      html: fixture('living-instagram.html'),
      url: 'https://www.instagram.com/p/Kettle_snow1/',
      people: 2,
    },
    // the post and one reply
    threads: { of: 'post-after-move-ja', people: 2 },
    // three floors and one answer in a floor
    tieba: { of: 'thread-first-load-zh', people: 4 },
    tiktok: { of: 'video-comments-zero-likes-fr', people: 3 },
    // the post, two comments and an answer; a used row that is kept out of sight has none
    weibo: { of: 'post-on-screen-zh', people: 4 },
    // what the post answers, the post, an answer and an advertisement
    x: { of: 'post-with-replies', people: 4 },
    xiaohongshu: { of: 'note-after-move-en', people: 2 },
    youtube: { of: 'watch-after-move', people: 2 },
  };

/** To save its author, and to tag it. */
const perItem = 2;

const plain = 'https://no-overlay.invalid/';
const bareHost = 'span:empty:not([class], [id], [style])';

/** Boxes of everything the site shows, in its order, through open roots; without ours. */
function boxesOf(page: Page): Promise<string[]> {
  return page.evaluate((ours) => {
    const boxes: string[] = [];
    const walk = (tree: ParentNode) => {
      for (const element of tree.querySelectorAll('*')) {
        if (
          element.closest('head') ||
          element.matches(ours) ||
          element.parentElement === document.documentElement
        )
          continue;
        const { left, top, width, height } = element.getBoundingClientRect();
        boxes.push(
          `${element.localName} ${[left, top, width, height].map((figure) => figure.toFixed(2)).join(' ')}`,
        );
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return boxes;
  }, bareHost);
}

/** The buttons of items: those of the page itself stand in the corner, beside its heading on shops' pages, or have no place here. */
const itemButtons = async (page: Page) =>
  (await buttonsInClosedRoots(page)).filter(({ x, name }) => x < 1_100 && !/^Snapshot of/.test(name));
const buttonCount = async (page: Page) => (await itemButtons(page)).length;

/** The names that something of ours stands beside: middle of each one's first line, CSS pixels. Puts the keyboard on one of them. */
function namesIn(page: Page, focusOn?: number): Promise<{ x: number; y: number }[]> {
  return page.evaluate(
    ([ours, focused]) => {
      const names: Element[] = [];
      const walk = (tree: ParentNode) => {
        for (const element of tree.querySelectorAll('*')) {
          const name = element.matches(ours)
            ? (element.previousElementSibling ?? element.parentElement)
            : null;
          if (name) names.push(name);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document.body);
      // the page's own button stands beside its heading
      const links = names.flatMap(
        (name) => name.closest<HTMLElement>('a[href]') ?? name.querySelector<HTMLElement>('a[href]') ?? [],
      );
      if (focused !== undefined) links[focused]?.focus({ preventScroll: true });
      return names.map((name) => {
        const range = new Range();
        range.selectNodeContents(name);
        const [line = name.getBoundingClientRect()] = range.getClientRects();
        return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
      });
    },
    [bareHost, focusOn] as const,
  );
}

function pageOf(platform: string, name: string): { html: string; url: string } {
  const found = siteFixtures().find((one) => one.platform === platform && one.name === name);
  if (!found) throw new Error(`there is no page ${platform}/${name}`);
  return { html: found.html, url: found.expected.url };
}

test.use({ launch: { viewport: { width: 1280, height: 2_400 } } });

test('on every platform each item has its box and, under the pointer, its buttons; nothing of the site moves', async ({
  deckhand,
  worker,
}) => {
  expect(worker).toBeDefined();
  for (const [platform, { people, ...from }] of Object.entries(pages)) {
    await test.step(platform, async () => {
      const { html, url } = 'of' in from ? pageOf(platform, from.of) : from;
      deckhand.pages.put(url.replace(/#.*/, ''), html).put(plain, html);
      const without = await openAddress(deckhand, plain);
      const before = await boxesOf(without);
      await without.close();
      const page = await openAddress(deckhand, url);
      await eventually(
        `${people} boxes on ${platform}`,
        async () => (await badgesIn(page)).length === people,
      );
      // and no more come
      await page.waitForTimeout(300);
      // before that, pictures that nobody answers for change the site's own layout
      await page.evaluate(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift' });
      });
      const badges = await badgesIn(page);
      expect(badges, platform).toHaveLength(people);
      // the site may have empty elements of its own
      const names = (await namesIn(page)).filter((name) =>
        badges.some(({ y }) => Math.abs(y + 8 - name.y) < 20),
      );
      expect(names, platform).toHaveLength(people);
      expect(await itemButtons(page), platform).toEqual([]);
      for (const { x, y } of names) {
        await page.mouse.move(x, y, { steps: 2 });
        // what was under the pointer before goes a moment later
        await eventually(`the buttons of one item beside its name on ${platform}`, async () => {
          const buttons = await itemButtons(page);
          return buttons.length === perItem && buttons.every((button) => Math.abs(button.y - y) < 60);
        });
      }
      await page.mouse.move(1_270, 2_390);
      await expect.poll(() => buttonCount(page), platform).toBe(0);
      await namesIn(page, 0);
      await expect.poll(() => buttonCount(page), platform).toBe(perItem);
      expect(await boxesOf(page), platform).toEqual(before);
      expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), platform).toEqual(
        [],
      );
      await page.close();
    });
  }
});
