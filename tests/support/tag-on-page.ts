import type { Frame, Page } from '@playwright/test';
import { badgesIn } from './badges.ts';
import { cardIn } from './card.ts';
import { buttonsInClosedRoots, eventually, lookedAt } from './closed-roots.ts';
import { pointAt } from './living-pages.ts';

/** Presses the button for tags of the item whose buttons are shown, as a person would who first looks. */
export async function pressTagButton(page: Page, name = 'Tag'): Promise<void> {
  const find = async () => (await buttonsInClosedRoots(page)).find((button) => button.name === name);
  const button = await eventually('button for tags', find);
  await page.mouse.move(button.x, button.y, { steps: 3 });
  await lookedAt(page, button);
  await page.mouse.click(button.x, button.y);
}

/** Opens the picker for a comment. */
export async function openPickerFor(page: Page, handle: string, nth = 0): Promise<Frame> {
  await eventually('boxes beside names', async () => (await badgesIn(page)).length > 0);
  await pointAt(page, handle, nth);
  await pressTagButton(page);
  const picker = await cardIn(page);
  await picker.getByRole('combobox').waitFor();
  return picker;
}

/** Presses a button of the toast in the page. */
export async function pressToast(page: Page, name: string): Promise<void> {
  const find = async () => (await buttonsInClosedRoots(page)).find((button) => button.name === name);
  const button = await eventually(`button ${name} in the toast`, find);
  await lookedAt(page, button);
  await page.mouse.click(button.x, button.y);
}
