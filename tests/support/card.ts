import type { Frame, Page } from '@playwright/test';
import { eventually } from './closed-roots.ts';

const isCard = (frame: Frame) => /^(chrome|moz)-extension:\/\/[^/]+\/frame\.html$/.test(frame.url());

/** The card in a page: the extension's own frame inside a closed root, once it has drawn something. */
export async function cardIn(page: Page): Promise<Frame> {
  const frame = await eventually('card in the page', async () => page.frames().find(isCard));
  await frame.locator('button').first().waitFor();
  return frame;
}

export function hasCard(page: Page): boolean {
  return page.frames().some(isCard);
}

/** Waits until no card is left. */
export async function cardGone(page: Page): Promise<void> {
  await eventually('page without a card', async () => !hasCard(page));
}

/** Presses the card's own button to close it. The frame goes while the driver still waits for the end of the click. */
export async function closeCard(page: Page): Promise<void> {
  const card = await cardIn(page);
  const pressed = card.getByRole('button', { name: 'Close' }).click({ timeout: 10_000 });
  await Promise.all([pressed.catch(() => {}), cardGone(page)]);
}

/** Closes the card by its key. The frame may go before the driver hears that the key arrived, so nobody waits for that. */
export async function escapeCard(page: Page): Promise<void> {
  void page.keyboard.press('Escape').catch(() => {});
  await cardGone(page);
}
