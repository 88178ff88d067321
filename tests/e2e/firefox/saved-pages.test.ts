import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cardIn,
  clickOverlay,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import { isLabelled, savedHtml, savedPages } from '../../support/saved-pages.ts';

const all = savedPages();
const platforms = ['instagram', 'x', 'youtube', 'tiktok', 'weibo'];
/** One profile of each platform: the first that the folder has. */
const profiles = platforms.flatMap(
  (platform) =>
    (all ?? []).find(
      (page) => page.platform === platform && page.pageKind === 'profile' && !page.file.endsWith('.json'),
    ) ?? [],
);

let firefox: FirefoxBrowsing;

beforeAll(async () => {
  firefox = await launchFirefox();
});
afterAll(() => firefox?.close());

test.skipIf(all === null)('the folder has a profile of each platform', () => {
  expect(profiles.map(({ platform }) => platform)).toEqual(platforms);
});

describe.skipIf(all === null).each(profiles)('$file', (saved) => {
  test('one click saves it as a person would read it, the popup shows it, a reload keeps it', async () => {
    firefox.answers.set(saved.url, savedHtml(saved));
    const page = await firefox.openPage(saved.url);
    await clickOverlay(page);
    await cardIn(page);
    const inside = await firefox.openExtensionPage('dashboard.html');
    const account = await until('account', async () =>
      (await readStores(inside)).accounts?.find(({ platform }) => platform === saved.platform),
    );
    const facts = account.facts as Record<string, { value: unknown; source: string } | undefined>;
    const labels = {
      handle: 'handle',
      displayName: 'displayName',
      followers: 'followers',
      following: 'following',
    };
    for (const [label, field] of Object.entries(labels)) {
      if (!(label in saved.expected)) continue;
      const fact = facts[field];
      expect(fact, label).toBeDefined();
      expect(isLabelled(saved, label, fact?.value), `${label}: ${JSON.stringify(fact)}`).toBe(true);
      expect(fact?.source, label).toBeTruthy();
    }

    await page.bringToFront();
    const popup = await firefox.openExtensionPage('popup.html');
    const name = String(facts.displayName?.value);
    await until('name in the popup', async () => (await wordsOn(popup)).includes(name));
    await popup.close();
    await page.reload({ waitUntil: 'domcontentloaded' });
    const after = await readStores(inside);
    expect(after.accounts?.filter(({ platform }) => platform === saved.platform)).toEqual([account]);
    await inside.close();
    await page.close();
  });
});
