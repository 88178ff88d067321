import { expect } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { openExtensionPage, pressToolbarButton } from '../../support/chromium.ts';
import { clickOverlay, overlayButton } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { readCaptured, readStores } from '../../support/notebook.ts';
import { isLabelled, savedHtml, savedPages } from '../../support/saved-pages.ts';

const all = savedPages();
const platforms = [
  'instagram',
  'facebook',
  'x',
  'youtube',
  'tiktok',
  'pinterest',
  'threads',
  'linkedin',
  'weibo',
];
const profiles = (all ?? []).filter(
  ({ platform, pageKind, file }) =>
    platforms.includes(platform) && pageKind === 'profile' && !file.endsWith('.json'),
);
const products = (all ?? []).filter(
  ({ platform, pageKind }) => platform === 'shopify' && pageKind === 'product',
);

type Facts = Record<string, { value: unknown; source: string } | undefined>;

test('the saved pages are there', () => {
  test.skip(all === null, 'no ../shared/pages beside the project');
  expect(new Set(profiles.map(({ platform }) => platform))).toEqual(new Set(platforms));
  expect(products.length).toBeGreaterThan(0);
});

for (const saved of profiles) {
  test(`one click saves ${saved.file} as a person would read it`, async ({ deckhand, worker }) => {
    deckhand.pages.put(saved.url, savedHtml(saved));
    const page = await openAddress(deckhand, saved.url);
    await clickOverlay(page);
    await cardIn(page);
    const { creators, accounts, observations } = await readCaptured(worker);
    expect([creators.length, accounts.length, observations.length]).toEqual([1, 1, 1]);
    const [account] = accounts;
    const facts = account?.facts as Facts;
    expect(account?.platform).toBe(saved.platform);
    for (const [label, field] of Object.entries({
      handle: 'handle',
      displayName: 'displayName',
      followers: 'followers',
      following: 'following',
      postCount: 'posts',
      verified: 'verified',
    })) {
      const fact = facts[field];
      if (!(label in saved.expected) || fact === undefined) continue;
      expect(isLabelled(saved, label, fact.value), `${label}: ${JSON.stringify(fact)}`).toBe(true);
      expect(fact.source, label).toBeTruthy();
    }
    // a page that shows the count must not lose it
    for (const label of ['followers', 'displayName'] as const)
      if (label in saved.expected) expect(facts[label], label).toBeDefined();

    const popup = await openExtensionPage(deckhand, 'popup.html');
    await expect(popup.getByText(String(facts.displayName?.value)).first()).toBeVisible();
    await popup.close();
    await page.reload();
    await overlayButton(page, ({ name }) => name.startsWith('Already'));
    expect((await readCaptured(worker)).accounts).toEqual(accounts);
  });
}

for (const saved of products) {
  test(`one press watches ${saved.file}, read as a person would`, async ({ deckhand, worker }) => {
    deckhand.pages.put(saved.url, savedHtml(saved));
    const page = await openAddress(deckhand, saved.url);
    await pressToolbarButton(deckhand, page);
    const popup = await openExtensionPage(deckhand, 'popup.html');
    await expect(
      popup.getByText(String(saved.expected.title).replace(/\s+/g, ' ').trim()).first(),
    ).toBeVisible();
    const [whole = '', part = ''] = String(saved.expected.price).split('.');
    const price = new RegExp(`(?<![\\d.,])${whole}([.,]${part.padEnd(2, '0')})?(?!\\d)`);
    await expect(popup.locator('.price')).toHaveText(price);
    await popup.getByRole('button', { name: 'Watch this page' }).click();
    await expect(popup.getByText('On your watchlist ·')).toBeVisible();
    expect((await readStores(worker)).watchedPages).toMatchObject([{ platform: 'shopify', kind: 'product' }]);
  });
}
