import { expect, type Page } from '@playwright/test';
import { cardIn, closeCard } from '../../support/card.ts';
import { launchChromium, openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import {
  bareHost,
  clickOverlay,
  eventually,
  lookedAt,
  overlayButton,
  wordsInClosedRoots,
} from '../../support/closed-roots.ts';
import { openSample, test } from '../../support/e2e.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { profileNames, sampleFacts } from '../../support/sample-facts.ts';
import { changedSample, samplePages } from '../../support/sample-pages.ts';

for (const name of profileNames) {
  const facts = sampleFacts[name];

  test(`one click saves what ${name} shows, with its sources`, async ({ deckhand, worker }) => {
    const page = await openSample(deckhand, name);
    const button = await clickOverlay(page);
    expect(button.name).toBe('Save creator');
    expect(button.width).toBeLessThanOrEqual(32);

    const card = await cardIn(page);
    await expect(card.getByText('Saved to your creator list.')).toBeVisible();
    await expect(card.getByText(facts.displayName).first()).toBeVisible();

    const { creators, accounts, observations, contacts } = await readCaptured(worker);
    expect(creators).toMatchObject([
      { displayName: facts.displayName, status: 'found', doNotContact: false },
    ]);
    expect(accounts).toHaveLength(1);
    const [account] = accounts;
    expect(account).toMatchObject({
      creatorId: creators[0]?.id,
      platform: facts.platform,
      handle: facts.handle,
      stableId: facts.stableId,
      facts: { followers: { value: facts.followers }, displayName: { value: facts.displayName } },
    });
    const readAt = account?.readAt as Record<string, string>;
    const read = Object.entries(account?.facts as Record<string, { value: unknown; source: string }>);
    expect(read.length).toBeGreaterThanOrEqual(4);
    for (const [field, { value, source }] of read) {
      expect(['json-ld', 'microdata', 'state', 'dom', 'meta', 'url'], field).toContain(source);
      expect(value, field).not.toBeNull();
      expect(Date.parse(readAt[field] ?? ''), field).not.toBeNaN();
    }
    expect(observations).toMatchObject([
      { accountId: account?.id, counts: { followers: { value: facts.followers } } },
    ]);
    expect(contacts.map(({ value }) => value)).toContain(facts.email);
  });
}

test('the popup shows who was saved, and a reload keeps it', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  await cardIn(page);
  const before = await readStores(worker);

  const popup = await openExtensionPage(deckhand, 'popup.html');
  await expect(popup.getByText('Mira Holm').first()).toBeVisible();
  await expect(popup.getByText('Already in your creator list')).toBeVisible();
  await popup.close();

  await page.reload();
  await eventually('button that knows the creator', async () =>
    (await overlayButton(page)).name.startsWith('Already in your creator list'),
  );
  expect((await readStores(worker)).accounts).toEqual(before.accounts);
});

test('saving again is a new look at the same person, not a second person', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await clickOverlay(page);
  await cardIn(page);
  const first = await readCaptured(worker);

  const numbers = { '48213': '48305', '48,213': '48,305' };
  deckhand.pages.put(samplePages.instagram.url, changedSample('instagram', numbers));
  await page.reload();
  await clickOverlay(page, ({ name }) => name.startsWith('Already'));
  const card = await cardIn(page);
  await expect(card.getByText('Already in your creator list.')).toBeVisible();

  const second = await readCaptured(worker);
  expect(second.creators).toHaveLength(1);
  expect(second.creators[0]?.id).toBe(first.creators[0]?.id);
  expect(second.accounts).toMatchObject([{ facts: { followers: { value: 48_305 } } }]);
  const counts = second.observations.map(
    (row) => (row.counts as { followers: { value: number } }).followers.value,
  );
  expect(counts.sort()).toEqual([48_213, 48_305]);
  expect(second.contacts).toEqual(first.contacts);
});

test('two quick clicks save once', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'tiktok');
  const button = await overlayButton(page);
  await lookedAt(page, button);
  await page.mouse.move(button.x, button.y);
  await page.mouse.click(button.x, button.y, { clickCount: 2, delay: 5 });
  await cardIn(page);
  const { creators, observations } = await readCaptured(worker);
  expect(creators).toHaveLength(1);
  expect(observations).toHaveLength(1);
});

test('the button stands for every stranger alike and tells the page nothing', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'x');
  const before = await overlayButton(page);
  await clickOverlay(page);
  await closeCard(page);
  await worker.evaluate(() => 0);
  await page.reload();
  const after = await overlayButton(page, ({ name }) => name.startsWith('Already'));
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  expect(await wordsInClosedRoots(page)).not.toMatch(/Tobias|fell/i);
  // what the page's own scripts can find of us
  const seen = await page.evaluate(() => ({
    globals: Object.keys(window).filter((key) => /deckhand/i.test(key)),
    markup: document.documentElement.outerHTML.match(/deckhand|chrome-extension|Tobias Fell in/gi),
    open: [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length,
  }));
  expect(seen).toEqual({ globals: [], markup: null, open: 0 });
});

/** Where everything of the site stands; our own host is left out. */
function layoutOf(page: Page): Promise<string[]> {
  return page.evaluate((ours) => {
    const elements = [...document.querySelectorAll('body, body *')].filter(
      (element) => !element.matches(ours),
    );
    return elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${[x, y, width, height].map((n) => n.toFixed(2)).join(' ')}`;
    });
  }, bareHost);
}

test("nothing of the site's layout moves", async ({ deckhand, worker }) => {
  await worker.evaluate(() => 0);
  const without = await launchChromium({ extension: null });
  try {
    for (const name of profileNames) {
      const [page, bare] = [await openSample(deckhand, name), await openSample(without, name)];
      await overlayButton(page);
      expect(await layoutOf(page), name).toEqual(await layoutOf(bare));
      await clickOverlay(page);
      await cardIn(page);
      expect(await layoutOf(page), `${name} with the card open`).toEqual(await layoutOf(bare));
    }
  } finally {
    await without.close();
  }
});

test('from the popup, on any site, after the toolbar button was pressed', async ({ deckhand, worker }) => {
  const url = 'https://ilse-paints.example/about';
  deckhand.pages.put(
    url,
    `<!doctype html><html lang="en"><head><title>Ilse Paints</title>
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"ProfilePage","url":"${url}","mainEntity":{"@type":"Person","name":"Ilse Brandt","alternateName":"ilsepaints","url":"${url}","interactionStatistic":{"@type":"InteractionCounter","interactionType":"https://schema.org/FollowAction","userInteractionCount":940}}}</script>
    </head><body><h1>Ilse Brandt</h1></body></html>`,
  );
  const page = await deckhand.context.newPage();
  await page.goto(url);
  await pressToolbarButton(deckhand, page);
  const popup = await openExtensionPage(deckhand, 'popup.html');
  await popup.getByRole('button', { name: 'Save creator' }).click();
  await expect(popup.getByText('Already in your creator list')).toBeVisible();
  const { creators, accounts } = await readCaptured(worker);
  expect(creators).toMatchObject([{ displayName: 'Ilse Brandt' }]);
  expect(accounts).toMatchObject([{ platform: 'web', facts: { followers: { value: 940 } } }]);
});
