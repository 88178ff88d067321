import { openExtensionPage } from './chromium.ts';
import { eventually } from './closed-roots.ts';
import { type Job, open } from './demo-job.ts';
import { readStores } from './notebook.ts';
import { paletteClosed, paletteFrame } from './palette.ts';

/** The saved replies: brought in, used beside a comment, and seen in their list and editor. */
export const savedReplies: Job = {
  name: 'saved replies: the starter set, and a comment answered with two keys',
  async run(tools) {
    const inside = await openExtensionPage(tools.browsing, 'dashboard.html#/templates');
    await inside.getByRole('button', { name: 'Add the starter set' }).click();
    await inside.getByRole('grid').waitFor();
    const page = await open(tools, 'comments');
    // the site shows such a box once somebody presses Reply
    await page.evaluate(() => {
      const asked = document.querySelector('a[href="/@maren_k"]')?.closest('ytd-comment-thread-renderer');
      const outer = document.createElement('ytd-commentbox');
      outer.style.cssText = 'display: block; margin: 4px 0 8px 54px';
      const editor = document.createElement('div');
      editor.id = 'contenteditable-root';
      editor.contentEditable = 'true';
      editor.style.cssText = 'border-bottom: 1px solid #606060; padding: 4px; outline: 0';
      outer.append(editor);
      asked?.querySelector('#replies')?.before(outer);
    });
    const box = page.locator('#contenteditable-root');
    await box.click();
    // a person needs a moment to begin, too: by then the frame has the replies
    const frame = await paletteFrame(page);
    await page.waitForTimeout(1_500);
    await page.keyboard.type(';buy', { delay: 60 });
    await frame.locator('[role="option"]').first().waitFor();
    await page.waitForTimeout(1_200);
    await tools.picture(page, 'palette');
    await page.keyboard.press('Enter');
    await paletteClosed(page);
    await eventually('an inserted reply', async () => {
      const text = ((await box.textContent()) ?? '').trim();
      return text.length > 20 && !text.includes(';buy');
    });
    const used = async () => (await readStores(tools.worker)).templateUses?.length === 1;
    await eventually('a noted use', used);
    await page.close();
    await inside.bringToFront();
    await inside.getByRole('button', { name: 'Close', exact: true }).click();
    await tools.picture(inside, 'saved-replies');
    await inside.getByRole('link', { name: 'Where can I get it?' }).click();
    await inside.locator('.templates-answered').waitFor();
    await tools.picture(inside, 'saved-reply');
    await inside.close();
  },
};
