import { expect, type Page } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { extensionPage } from '../../support/chromium.ts';
import { bareHost, lookedAt, overlayButton, type RootButton } from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { samplePages } from '../../support/sample-pages.ts';

/** The page's own script finds our host, a span with nothing in it, and does to it what it likes. */
function toHost(page: Page, property: string, value: string): Promise<{ before: string; after: string }> {
  return page.evaluate(
    ([selector = '', name = '', set = '']) => {
      const host = document.querySelector<HTMLElement>(selector);
      if (!host) throw new Error('the attack found no host');
      const style = () => getComputedStyle(host).getPropertyValue(name);
      const before = style();
      host.style.setProperty(name, set, 'important');
      return { before, after: style() };
    },
    [bareHost, property, value],
  );
}

function styled(selector: string, style: string) {
  return (page: Page) =>
    page.evaluate(
      ([found = '', text = '']) => {
        document.querySelector(found)?.setAttribute('style', text);
      },
      [selector, style],
    );
}

/** Covers the whole window with something that the mouse goes through. */
function cover(popover: boolean) {
  return (page: Page) =>
    page.evaluate((inTopLayer) => {
      const bait = document.createElement('div');
      bait.textContent = 'You won! Press here';
      bait.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;z-index:2147483647;pointer-events:none';
      if (inTopLayer) bait.popover = 'manual';
      document.body.append(bait);
      if (inTopLayer) bait.showPopover();
    }, popover);
}

const attacks: Record<string, (page: Page) => Promise<void>> = {
  'body almost transparent': styled('body', 'opacity: 0.01'),
  'html almost transparent': styled('html', 'opacity: 0.01'),
  'opacity by a filter': styled('body', 'filter: opacity(1%)'),
  'brightness that hides': styled('main', 'filter: brightness(0) invert(1) opacity(0.02)'),
  'an opaque layer that the mouse goes through': cover(false),
  'a layer in the top layer that the mouse goes through': cover(true),
  'an ancestor blended away': styled('main', 'mix-blend-mode: screen'),
  'an ancestor clipped': styled('main', 'clip-path: inset(0 0 0 0 round 300px)'),
  'a mask over the body': styled('body', 'mask-image: linear-gradient(transparent, transparent)'),
  'an ancestor shrunk': styled('main', 'transform: scale(0.05)'),
  'an ancestor turned away': styled('main', 'transform: rotateY(88deg)'),
};

const attacksOnHost: Record<string, [property: string, value: string]> = {
  'almost transparent': ['opacity', '0.01'],
  'blended away': ['mix-blend-mode', 'difference'],
  clipped: ['clip-path', 'inset(45%)'],
  filtered: ['filter', 'opacity(1%)'],
  masked: ['mask-image', 'linear-gradient(transparent, transparent)'],
  'grown over the page': ['scale', '40'],
  'turned away': ['transform', 'rotateY(88deg)'],
  'made deaf': ['pointer-events', 'none'],
};

async function clickAt(page: Page, { x, y }: Pick<RootButton, 'x' | 'y'>): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await page.waitForTimeout(1_000);
}

for (const [name, attack] of Object.entries(attacks)) {
  test(`no click counts: ${name}`, async ({ deckhand, worker }) => {
    const page = await openSample(deckhand, 'instagram');
    // without the attack its press would count
    expect(await lookedAt(page, await overlayButton(page))).toBe(true);
    await attack(page);
    await page.waitForTimeout(600);
    await clickAt(page, await overlayButton(page));
    expect((await readCaptured(worker)).creators).toEqual([]);
    expect((await readStores(worker)).operations ?? []).toEqual([]);
  });
}

for (const [name, [property, value]] of Object.entries(attacksOnHost)) {
  test(`our host ${name} by the page: without effect, or no click counts`, async ({ deckhand, worker }) => {
    const page = await openSample(deckhand, 'instagram');
    expect(await lookedAt(page, await overlayButton(page))).toBe(true);
    const { before, after } = await toHost(page, property, value);
    await page.waitForTimeout(600);
    const button = await overlayButton(page);
    if (after === before) expect(await lookedAt(page, button)).toBe(true);
    await clickAt(page, button);
    if (after === before) await cardIn(page);
    expect((await readCaptured(worker)).creators).toHaveLength(after === before ? 1 : 0);
  });
}

test('without an attack the same click counts', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  expect(await lookedAt(page, await overlayButton(page))).toBe(true);
  await clickAt(page, await overlayButton(page));
  await cardIn(page);
  expect((await readCaptured(worker)).creators).toHaveLength(1);
});

test('no click counts: the button is moved under the pointer at the last moment', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  const at = await overlayButton(page);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.style.marginTop = '260px';
  });
  await page.waitForTimeout(1_500);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.style.marginTop = '';
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForTimeout(1_000);
  expect((await readCaptured(worker)).creators).toEqual([]);
});

test('no click counts: the page scrolls the button under the pointer', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  const at = await overlayButton(page);
  await page.evaluate(() => {
    document.body.style.minHeight = '4000px';
    window.scrollTo(0, 600);
  });
  await page.waitForTimeout(1_000);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    // the button must be there when the press comes, or the attack is none
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForTimeout(1_000);
  expect((await readCaptured(worker)).creators).toEqual([]);
});

test('no click counts: made by the page itself', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  const at = await overlayButton(page);
  expect(await lookedAt(page, at)).toBe(true);
  await page.evaluate(
    ({ x, y, selector }) => {
      const event = (type: string) =>
        new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y });
      const targets = [document.elementFromPoint(x, y), ...document.querySelectorAll<HTMLElement>(selector)];
      for (const target of targets)
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          target?.dispatchEvent(event(type));
      for (const target of targets) if (target instanceof HTMLElement) target.click();
    },
    { x: at.x, y: at.y, selector: bareHost },
  );
  await page.waitForTimeout(1_000);
  expect((await readCaptured(worker)).creators).toEqual([]);
});

test('a page that patches attachShadow gets no root of ours', async ({ deckhand, worker }) => {
  const page = await deckhand.context.newPage();
  await page.addInitScript(() => {
    const roots: ShadowRoot[] = [];
    Object.assign(window, { roots });
    const original = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = original.call(this, { ...init, mode: 'open' });
      roots.push(root);
      return root;
    };
  });
  await page.goto(samplePages.instagram.url);
  const button = await overlayButton(page);
  expect(button.name).toBe('Save creator');
  await worker.evaluate(() => 0);
  expect(await page.evaluate(() => (window as unknown as { roots: unknown[] }).roots.length)).toBe(0);
});

test('a script of the page reaches neither the router nor a page of ours', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  const addresses = [
    'frame.html',
    'popup.html',
    'dashboard.html',
    'manifest.json',
    'overlay.js',
    'items.js',
    'site-instagram.js',
    'reader-instagram.js',
  ].map((path) => extensionPage(deckhand, path));
  const reached = await page.evaluate(
    async ({ id, urls }) => {
      const found: string[] = [];
      const message = { type: 'brand.list', input: {} };
      const { chrome } = window as unknown as {
        chrome?: { runtime?: { sendMessage?: (...a: unknown[]) => Promise<unknown> } };
      };
      try {
        const answer = await Promise.race([
          chrome?.runtime?.sendMessage?.(id, message),
          new Promise((done) => setTimeout(done, 500)),
        ]);
        if (answer) found.push(`router ${JSON.stringify(answer)}`);
      } catch {
        // refused, as it should be
      }
      window.postMessage(message, '*');
      for (const url of urls) {
        try {
          await fetch(url, { mode: 'no-cors' });
          found.push(`fetch ${url}`);
        } catch {
          // refused, as it should be
        }
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      }
      await new Promise((done) => setTimeout(done, 1_500));
      return found;
    },
    { id: deckhand.extensionId, urls: addresses },
  );
  expect(reached).toEqual([]);
  const frames = page.frames().map((frame) => frame.url());
  expect(frames.filter((url) => addresses.some((address) => url.startsWith(address)))).toEqual([]);
  expect((await readStores(worker)).operations ?? []).toEqual([]);
});

test('the card cannot be written in while the page makes it invisible', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  expect(await lookedAt(page, await overlayButton(page))).toBe(true);
  await clickAt(page, await overlayButton(page));
  await cardIn(page);
  await page.evaluate(() => document.documentElement.setAttribute('style', 'opacity: 0.01'));
  await page.waitForTimeout(1_500);
  const before = await readStores(worker);
  for (const frame of page.frames().filter((shown) => shown.url().includes('/frame.html'))) {
    // still there: then nothing in it may be pressed
    await expect(frame.getByRole('button', { name: 'Undo saving' })).toBeDisabled();
  }
  expect((await readStores(worker)).creators).toEqual(before.creators);
});
