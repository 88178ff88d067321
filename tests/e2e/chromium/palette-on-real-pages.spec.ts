import { expect, type Frame, type Page, type Worker } from '@playwright/test';
import type { Browsing } from '../../support/chromium.ts';
import { eventually } from '../../support/closed-roots.ts';
import { openAddress, test } from '../../support/e2e.ts';
import { openPalette, paletteClosed, paletteFrame, reply, saveReplies } from '../../support/palette.ts';
import { savedHtml, savedPages } from '../../support/saved-pages.ts';

const all = savedPages();
const answers = [
  reply('Answer', {
    en: 'Hi {{ person.name }}, thank you!',
    'zh-CN': '{{ person.name }}，谢谢你！',
    de: 'Hallo {{ person.name }}!',
  }),
  reply('Product', 'About {{ product.title }}'),
];

interface Place {
  file: string;
  /** finds the box in the page */
  composer: string;
  author: string;
  language: string;
  /** what the box answers begins so */
  text: string;
  inserted: string;
}

/** Saved pages that still hold a box to write in. Whom each answers was read in the page's source by hand. */
const withComposer: Place[] = [
  {
    // the box above the comments answers the post
    file: 'weibo/dilireba-post-comments-weibocn.html',
    composer: 'textarea[name="content"]',
    author: 'Dear-迪丽热巴',
    language: 'Chinese',
    text: '在羌塘的美好回忆',
    inserted: 'Dear-迪丽热巴，谢谢你！',
  },
  {
    // nothing but tags stands below the title: the title says in which language it is
    file: 'xiaohongshu/cat-note-2026.html.gz',
    composer: '#content-textarea',
    author: 'a歪',
    language: 'Chinese',
    text: '谁家小猫这么黏人啊',
    inserted: 'a歪，谢谢你！',
  },
];

/**
 * Saved threads whose reply boxes only the site's own scripts would draw: pressed is the page's own "reply", and the box of the platform's file
 * put where that site puts it.
 */
const threads: (Place & { name: string; pressed: string; box: string; into: string })[] = [
  {
    name: 'the first comment of a thread',
    file: 'reddit/news-thread-old-2016.html.gz',
    pressed: '#thing_t1_d4hj4vl > .entry .reply-button a',
    into: '#thing_t1_d4hj4vl > .child',
    box: '<form class="usertext cloneable"><div class="usertext-edit md-container"><div class="md"><textarea name="text" rows="1" cols="1"></textarea></div></div></form>',
    composer: '.usertext-edit textarea',
    author: 'MaltyWhench',
    language: 'English',
    text: 'Nothing like an Australian news article',
    inserted: 'Hi MaltyWhench, thank you!',
  },
  {
    name: 'an answer inside the thread',
    file: 'reddit/news-thread-old-2016.html.gz',
    pressed: '#thing_t1_d4hj7i5 > .entry .reply-button a',
    into: '#thing_t1_d4hj7i5 > .child',
    box: '<form class="usertext cloneable"><div class="usertext-edit md-container"><div class="md"><textarea name="text" rows="1" cols="1"></textarea></div></div></form>',
    composer: '.usertext-edit textarea',
    author: 'ekpg',
    language: 'English',
    text: 'It’s a colonial reunion!',
    inserted: 'Hi ekpg, thank you!',
  },
  {
    name: 'a floor',
    file: 'tieba/olympics-diving-thread.html.gz',
    pressed: '.l_post:has(#post_content_150726497321) .lzl_link_fold',
    into: '.l_post:has(#post_content_150726497321) .core_reply_content',
    box: '<div class="lzl_editor_container"><div contenteditable="true" style="min-height: 24px"></div></div>',
    composer: '.lzl_editor_container [contenteditable]',
    author: '塔别啦',
    language: 'Chinese',
    text: '全后卫冕，太好了',
    inserted: '塔别啦，谢谢你！',
  },
  {
    name: 'an answer below a floor',
    file: 'tieba/olympics-diving-thread.html.gz',
    pressed: '.lzl_single_post[data-field*="150727089274"] .lzl_s_r',
    into: '.l_post:has(#post_content_150726497321) .core_reply_content',
    box: '<div class="lzl_editor_container"><div contenteditable="true" style="min-height: 24px"></div></div>',
    composer: '.lzl_editor_container [contenteditable]',
    author: '团子熊',
    language: 'Chinese',
    text: '我',
    inserted: '团子熊，谢谢你！',
  },
];

async function openSaved(deckhand: Browsing, file: string): Promise<Page> {
  const saved = all?.find((page) => page.file === file);
  if (!saved) throw new Error(`${file} is not among the saved pages`);
  await saveReplies(deckhand, answers);
  deckhand.pages.put(saved.url, savedHtml(saved));
  return openAddress(deckhand, saved.url);
}

/** Waits until the script is on the page: large pages are there before it is, and a press that nobody hears says nothing. */
async function scriptThere(page: Page, worker: Worker): Promise<void> {
  await page.bringToFront();
  await eventually('script on the page', () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: {
            query(filter: object): Promise<{ id: number }[]>;
            sendMessage(id: number, message: object): Promise<{ value?: unknown }>;
          };
        };
      };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const answer = tab && (await chrome.tabs.sendMessage(tab.id, { type: 'screen.ask' }).catch(() => null));
      return answer?.value !== undefined;
    }),
  );
}

/** The palette touches the box or stands right beside it, and not over its first line. */
async function standsBeside(page: Page, palette: Frame, composer: string): Promise<void> {
  const box = await page.locator(composer).boundingBox();
  const card = await (await palette.frameElement()).boundingBox();
  if (!box || !card) throw new Error('not drawn');
  const apart = Math.max(card.y - (box.y + box.height), box.y - (card.y + card.height));
  expect(apart).toBeLessThan(12);
  const aside = Math.max(card.x - (box.x + box.width), box.x - (card.x + card.width));
  expect(aside).toBeLessThan(12);
  const view = page.viewportSize();
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.y).toBeGreaterThanOrEqual(0);
  expect(card.x + card.width).toBeLessThanOrEqual(view?.width ?? 0);
  expect(card.y + card.height).toBeLessThanOrEqual(view?.height ?? 0);
}

/** From the caret it is two keys. */
async function answersIn(page: Page, worker: Worker, place: Place): Promise<void> {
  // what lies over it is a part of the page that came without its styles
  await page.locator(place.composer).scrollIntoViewIfNeeded();
  await page.locator(place.composer).focus();
  await paletteFrame(page);
  const before = await page.evaluate(() => [scrollX, scrollY]);
  const palette = await openPalette(page, worker);
  await standsBeside(page, palette, place.composer);
  const answering = palette.locator('.answering');
  await expect(answering.getByRole('heading')).toContainText(`Answer to ${place.author}`);
  await expect(answering.locator('.language')).toContainText(place.language);
  const words = (await answering.locator('.answered-text').textContent())?.replaceAll("'", '’');
  expect(words?.startsWith(place.text), words).toBe(true);
  await page.keyboard.press('1');
  await paletteClosed(page);
  const written = page.locator(place.composer);
  await expect
    .poll(() =>
      written.evaluate((element) =>
        element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? ''),
      ),
    )
    .toBe(place.inserted);
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual(before);
}

test.beforeEach(() => {
  test.skip(all === null, 'no ../shared/pages beside the project');
});

for (const place of withComposer)
  test(`in the box of ${place.file} the palette knows whom it answers`, async ({ deckhand, worker }) => {
    const page = await openSaved(deckhand, place.file);
    await answersIn(page, worker, place);
  });

for (const place of threads)
  test(`in a reply box of ${place.file} the palette answers ${place.name}`, async ({ deckhand, worker }) => {
    const page = await openSaved(deckhand, place.file);
    await scriptThere(page, worker);
    await page.locator(place.pressed).first().click({ noWaitAfter: true });
    await page.locator(place.into).evaluate((element, html) => {
      element.insertAdjacentHTML('afterbegin', html);
    }, place.box);
    await answersIn(page, worker, place);
  });

test('in the question box of a product page the product is known', async ({ deckhand, worker }) => {
  const page = await openSaved(deckhand, 'amazon/de-weleda-lotion-2021.html.gz');
  await page.locator('textarea[name="askQuestionText"]').focus();
  await paletteFrame(page);
  const palette = await openPalette(page, worker);
  await standsBeside(page, palette, 'textarea[name="askQuestionText"]');
  await page.keyboard.type('product');
  await expect(palette.locator('.preview-text')).toContainText('About WELEDA Citrus Erfrischende');
  await page.keyboard.press('Enter');
  await expect(page.locator('textarea[name="askQuestionText"]')).toHaveValue(/^About WELEDA Citrus/);
});
