import { expect, type Page } from '@playwright/test';
import { newId } from '../../utils/domain/new-id.ts';
import { type Browsing, openExtensionPage } from './chromium.ts';
import { bareHost, buttonsInClosedRoots } from './closed-roots.ts';
import { send } from './messages.ts';
import { tabOf } from './snapshots.ts';

/** A page that was tagged from the popup. */
export interface TaggedPage {
  kind: string;
  keys: string[];
  /** takes the tagging back */
  undo(): Promise<void>;
}

/** Tags a page by the messages of the popup's picker. @param starters tags of the default set */
export async function tagInPopup(deckhand: Browsing, page: Page, starters: string[]): Promise<TaggedPage> {
  const popup = await openExtensionPage(deckhand, 'popup.html');
  const value = async <T>(answer: Promise<unknown>): Promise<T> => {
    const result = (await answer) as { ok: boolean; value: T };
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  };
  const { item } = await value<{ item: { kind: string; keys: string[] } }>(
    send(popup, 'tab.item', { tabId: await tabOf(popup, page.url()) }),
  );
  const { tags } = await value<{ tags: { tag: { id: string; starter?: string } }[] }>(
    send(popup, 'tag.choices', {}),
  );
  const add = starters.map((name) => tags.find(({ tag }) => tag.starter === name)?.tag.id);
  const operationId = newId();
  await value(send(popup, 'item.tag', { operationId, item, add, remove: [] }));
  await page.bringToFront();
  return {
    ...item,
    async undo() {
      await value(send(popup, 'operation.undo', { operationId: newId(), undo: operationId }));
    },
  };
}

/** What each button of ours in a page shows of tags: its dots, with what a screen reader says of them. */
export async function dotsOnButtons(page: Page): Promise<string[]> {
  return (await buttonsInClosedRoots(page)).map(({ attributes }) =>
    [attributes['data-dots'], attributes['aria-description']].filter(Boolean).join(' · '),
  );
}

/** Waits until the buttons of a page show this. */
export const expectDots = (page: Page, dots: string[]) =>
  expect.poll(() => dotsOnButtons(page), { timeout: 10_000 }).toEqual(dots);

/** All that a script of the page can find out about what we put into it. */
export function whatIsSeenOf(page: Page) {
  return page.evaluate((selector) => {
    const hosts = [...document.querySelectorAll<HTMLElement>(selector)].map((host) => {
      const { x, y, width, height } = host.getBoundingClientRect();
      const points: string[] = [];
      for (let left = -60; left <= 60; left += 4)
        for (let top = -40; top <= 40; top += 4) {
          const hit = document.elementFromPoint(x + left, y + top);
          points.push(hit === host ? 'ours' : (hit?.localName ?? ''));
        }
      return {
        html: host.outerHTML,
        root: host.shadowRoot,
        box: [x, y, width, height, host.scrollWidth, host.scrollHeight, host.offsetWidth],
        style: getComputedStyle(host).cssText,
        points: points.join(),
      };
    });
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { hosts, page: [scrollWidth, scrollHeight, document.querySelectorAll('*').length] };
  }, bareHost);
}
