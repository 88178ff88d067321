import { expect } from '@playwright/test';
import { newId } from '../../../utils/domain/new-id.ts';
import { openExtensionPage } from '../../support/chromium.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { send, sendWrite } from '../../support/messages.ts';
import {
  boxOf,
  openPalette,
  openWatchPage,
  paletteClosed,
  reply,
  saveReplies,
} from '../../support/palette.ts';

test('wordings take turns under a post; the same text in one thread is warned of', async ({
  deckhand,
  worker,
}) => {
  const hello = reply('Hello', 'First wording');
  const [variant] = hello.variants;
  variant?.wordings.push({ id: newId(), text: 'Second wording' });
  await saveReplies(deckhand, [hello]);
  const page = await openWatchPage(deckhand, `list.append(answered('third', 'me too', 'c3'));`);
  for (const [box, wording] of [
    ['c1', 'First wording'],
    ['c2', 'Second wording'],
  ] as const) {
    await boxOf(page, box).click();
    const palette = await openPalette(page, worker);
    await expect(palette.locator('.preview-text')).toContainText(/wording/);
    await page.keyboard.press('1');
    await expect(boxOf(page, box)).toHaveText(wording);
    await paletteClosed(page);
  }
  // none is left that was not used under this post
  await boxOf(page, 'c3').click();
  let palette = await openPalette(page, worker);
  await expect(palette.getByText('Every wording was used under this post already.')).toBeVisible();
  await page.keyboard.press('Escape');
  await paletteClosed(page);
  // the one whose turn it is was used in this very thread
  await boxOf(page, 'c1').click();
  palette = await openPalette(page, worker);
  await expect(palette.getByText(/The same text was used in this thread/)).toBeVisible();
  await palette.getByRole('button', { name: 'Another wording' }).click();
  await expect(palette.locator('.preview-text')).toHaveText('Second wording');
  await expect(palette.getByText(/The same text was used in this thread/)).toBeHidden();
});

test('many replies in a short time get a gentle hint, and nothing is kept back', async ({
  deckhand,
  worker,
}) => {
  const dashboard = await saveReplies(deckhand, [reply('Thanks', 'Thank you!')]);
  const list = (await send(dashboard, 'template.list', {})) as { value: { templates: { id: string }[] } };
  const popup = await openExtensionPage(deckhand, 'popup.html');
  for (let times = 0; times < 10; times++)
    expect(
      await sendWrite(popup, 'template.used', {
        templateId: list.value.templates[0]?.id,
        wordingId: newId(),
        language: 'en',
        place: { platform: 'youtube' },
        answers: [],
      }),
    ).toMatchObject({ ok: true });
  await popup.close();
  const page = await openWatchPage(deckhand);
  await boxOf(page, 'c1').click();
  const palette = await openPalette(page, worker);
  await expect(palette.getByText('10 replies here within 5 minutes.')).toBeVisible();
  await page.keyboard.press('1');
  await expect(boxOf(page, 'c1')).toHaveText('Thank you!');
});

test('on X a text is as long as X counts it, and a field’s own limit is told before it cuts', async ({
  deckhand,
  worker,
}) => {
  const chinese = '壶'.repeat(150);
  await saveReplies(deckhand, [reply('Long', chinese)]);
  const url = 'https://x.com/anna_pots/status/1790000000000000001';
  deckhand.pages.put(
    url,
    '<!doctype html><html lang="en"><title>X</title><body><textarea id="free"></textarea><textarea id="short" maxlength="20"></textarea></body></html>',
  );
  const page = await openAddress(deckhand, url);
  await page.locator('#free').click();
  const palette = await openPalette(page, worker);
  const length = palette.locator('.length');
  await expect(length).toHaveText('300 of 280');
  await expect(length).toHaveClass(/too-long/);
  await page.keyboard.press('Escape');
  await paletteClosed(page);
  await page.locator('#short').click();
  await page.keyboard.type('ab');
  await openPalette(page, worker);
  await expect(length).toHaveText('150 of 18');
  await page.keyboard.press('1');
  await expect(page.locator('#short')).toHaveValue(`ab${'壶'.repeat(18)}`);
});
