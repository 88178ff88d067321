import { expect, type Worker } from '@playwright/test';
import { cardIn } from '../../support/card.ts';
import { pressToolbarButton } from '../../support/chromium.ts';
import { buttonsInClosedRoots, overlayButton } from '../../support/closed-roots.ts';
import { openAddress, openSample, test } from '../../support/e2e.ts';
import { readCaptured } from '../../support/notebook.ts';

/** Keys from a test do not reach the browser's commands: the event is fired where it would arrive. */
async function fire(worker: Worker, event: 'commands.onCommand' | 'contextMenus.onClicked', first: unknown) {
  return worker.evaluate(
    async ([name, argument]) => {
      const { chrome } = globalThis as unknown as {
        chrome: Record<string, Record<string, { dispatch?: (...args: unknown[]) => void }>> & {
          tabs: { query(filter: object): Promise<unknown[]> };
        };
      };
      const [area = '', event = ''] = String(name).split('.');
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const target = chrome[area]?.[event];
      if (!target?.dispatch) throw new Error(`${String(name)} cannot be fired here`);
      target.dispatch(argument, tab);
    },
    [event, first] as const,
  );
}

test('the keyboard command saves the creator and opens the card', async ({ deckhand, worker }) => {
  const page = await openSample(deckhand, 'instagram');
  await page.bringToFront();
  await fire(worker, 'commands.onCommand', 'capture-creator');
  const card = await cardIn(page);
  await expect(card.getByText('Saved to your creator list.')).toBeVisible();
  expect((await readCaptured(worker)).creators).toHaveLength(1);
});

test('the context menu does the same on a site without standing access, once the person has pressed Deckhand there', async ({
  deckhand,
  worker,
}) => {
  const url = 'https://makers.example/about/ida-storm';
  deckhand.pages.put(
    url,
    `<!doctype html><html lang="en"><head><title>Ida Storm</title><script type="application/ld+json">${JSON.stringify(
      {
        '@context': 'https://schema.org',
        '@type': 'ProfilePage',
        url,
        mainEntity: {
          '@type': 'Person',
          name: 'Ida Storm',
          alternateName: 'idastorm',
          url,
          description: 'Weaves.',
        },
      },
    )}</script></head><body><h1>Ida Storm</h1><p>Weaves.</p></body></html>`,
  );
  const page = await openAddress(deckhand, url);
  await pressToolbarButton(deckhand, page);
  await page.bringToFront();
  await fire(worker, 'contextMenus.onClicked', { menuItemId: 'capture-creator' });
  const card = await cardIn(page);
  await expect(card.getByText('Saved to your creator list.')).toBeVisible();
  expect((await readCaptured(worker)).accounts).toMatchObject([{ platform: 'web' }]);
});

test('the command that hides Deckhand takes the button away, and brings it back', async ({
  deckhand,
  worker,
}) => {
  const page = await openSample(deckhand, 'instagram');
  await overlayButton(page);
  await fire(worker, 'commands.onCommand', 'toggle-overlay');
  await expect.poll(async () => (await buttonsInClosedRoots(page)).length).toBe(0);
  await fire(worker, 'commands.onCommand', 'toggle-overlay');
  await overlayButton(page);
});
