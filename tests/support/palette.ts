import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page, Worker } from '@playwright/test';
import { newId } from '../../utils/domain/new-id.ts';
import type { TemplateDetails } from '../../utils/domain/template.ts';
import { templateLimits } from '../../utils/domain/template-limits.ts';
import type { ImportedTemplate } from '../../utils/messaging/protocol/templates.ts';
import type { Browsing } from './chromium.ts';
import { openExtensionPage } from './chromium.ts';
import { eventually } from './closed-roots.ts';
import { openAddress } from './e2e.ts';
import { sendWrite } from './messages.ts';

export const watchPage = 'https://www.youtube.com/watch?v=k3ttleSn0w1';

/** Text of one reply in one language or in several. */
export function reply(
  title: string,
  texts: string | Record<string, string>,
  more: Partial<TemplateDetails> = {},
): TemplateDetails {
  const variants = Object.entries(typeof texts === 'string' ? { en: texts } : texts);
  return {
    title,
    folder: '',
    tags: [],
    platforms: [],
    actions: [],
    ...more,
    variants: variants.map(([language, text]) => ({ language, wordings: [{ id: newId(), text }] })),
  };
}

/** Saves replies as the dashboard does. @returns the dashboard, for more */
export async function saveReplies(browsing: Browsing, replies: readonly TemplateDetails[]): Promise<Page> {
  const dashboard = await openExtensionPage(browsing, 'dashboard.html');
  await putTemplates(
    dashboard,
    replies.map((details) => ({ details })),
  );
  return dashboard;
}

/** Imports templates as the dashboard does, step by step. @param inside a page of the dashboard */
export async function putTemplates(inside: Page, templates: readonly ImportedTemplate[]): Promise<void> {
  const write = async <T>(type: string, input: object): Promise<T> => {
    const answer = (await sendWrite(inside, type, input)) as { ok: boolean; value: T };
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const batch = { kind: 'templates', name: 'Invented', total: templates.length };
  const { id: batchId } = await write<{ id: string }>('batch.begin', batch);
  for (let at = 0; at < templates.length; at += templateLimits.step)
    await write('template.import', { batchId, templates: templates.slice(at, at + templateLimits.step) });
  await write('batch.end', { batchId, state: 'done' });
}

/** An invented watch page with two threads; below each first comment stands a reply box, above all of them the page's own. */
export function watchPageHtml(script = ''): string {
  const html = readFileSync(join(import.meta.dirname, '../fixtures/pages/living-youtube.html'), 'utf8');
  const boxes = `
    function box(id) {
      const outer = document.createElement('ytd-commentbox');
      outer.style.display = 'block';
      const editor = document.createElement('div');
      editor.id = 'contenteditable-root';
      editor.dataset.box = id;
      editor.contentEditable = 'true';
      editor.style.cssText = 'min-height: 20px; border: 1px solid #ccc; margin: 8px';
      outer.append(editor);
      return outer;
    }
    function answered(handle, text, id) {
      const root = thread(comment(handle, text, id));
      root.insertBefore(box(id), root.lastChild);
      return root;
    }
    list.before(box('own'));
    list.append(answered('snow_owl', 'where did you get this kettle?', 'c1'));
    list.append(answered('frost.fern', '这个壶多少钱？', 'c2'));
    const field = document.createElement('textarea');
    field.style.cssText = 'width: 300px; height: 60px';
    list.before(field);
    const secret = document.createElement('input');
    secret.type = 'password';
    list.before(secret);
    ${script}`;
  return html.replace('</body>', `<script>${boxes}</script></body>`);
}

/** Opens it. */
export async function openWatchPage(browsing: Browsing, script = ''): Promise<Page> {
  browsing.pages.put(watchPage, watchPageHtml(script));
  return openAddress(browsing, watchPage);
}

export const boxOf = (page: Page, id: string) => page.locator(`[data-box="${id}"]`);

const isPalette = (frame: Frame) => /^chrome-extension:\/\/[^/]+\/frame\.html#palette$/.test(frame.url());

/** The palette's frame, once somebody writes on the page. */
export function paletteFrame(page: Page): Promise<Frame> {
  return eventually('frame of the palette', async () => page.frames().find(isPalette));
}

/** The field in which replies or people are searched. */
export const searchIn = (frame: Frame) => frame.locator('input[role="combobox"]');

/** Keys from a test do not reach the browser's commands: the event is fired where it would arrive. */
export async function pressHotKey(worker: Worker): Promise<void> {
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        commands: { onCommand: { dispatch(...args: unknown[]): void } };
        tabs: { query(filter: object): Promise<unknown[]> };
      };
    };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('open-palette', tab);
  });
}

/** Opens the palette by its hot key and waits until it can be used. */
export async function openPalette(page: Page, worker: Worker): Promise<Frame> {
  await page.bringToFront();
  await pressHotKey(worker);
  const frame = await paletteFrame(page);
  await searchIn(frame).waitFor();
  await eventually('focus in the palette', () =>
    frame.evaluate(() => document.hasFocus() && document.activeElement?.getAttribute('role') === 'combobox'),
  );
  return frame;
}

/** Waits until no palette is open any more; its frame stays, unseen. */
export async function paletteClosed(page: Page): Promise<void> {
  const frame = await paletteFrame(page);
  await eventually('closed palette', async () => !(await frame.evaluate(() => document.hasFocus())));
  await eventually('empty palette', async () => (await searchIn(frame).count()) === 0);
}
