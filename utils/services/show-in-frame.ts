import * as z from 'zod/mini';
import { browser } from '#imports';
import type { OwnAccount } from '../domain/brand.ts';
import { type FrameContext, frameContextSchema } from '../domain/frame-context.ts';
import type { HintField } from '../domain/hint.ts';
import type { PageReading } from '../domain/page-reading.ts';
import type { Result } from '../domain/result.ts';
import type { TagDone } from '../domain/tag-effect.ts';
import type { pageOrders } from '../messaging/protocol/sites.ts';
import type { CaptureAnswer, Input } from '../messaging/protocol.ts';
import { type FrameContexts, frameContexts } from './frame-context.ts';
import { injectOverlay } from './reconcile-scripts.ts';

/** Kept in `storage.session`: gone with the browser, closed to content scripts, alive while the worker sleeps. */
export const tabFrames: FrameContexts = frameContexts(
  {
    get: (keys) => browser.storage.session.get(keys),
    set: (values) => browser.storage.session.set(values),
    keys: async () => Object.keys(await browser.storage.session.get(null)),
    remove: (keys) => browser.storage.session.remove(keys),
  },
  (stored) => {
    const parsed = z.safeParse(frameContextSchema, stored);
    return parsed.success ? parsed.data : null;
  },
);

/** What the card shall show after a capture: the creator, or what stood in the way. */
export function contextAfterCapture(
  reading: PageReading,
  operationId: string,
  result: Result<CaptureAnswer>,
): FrameContext {
  const handle = reading.creator?.handle?.value;
  if (!result.ok || handle === undefined) {
    return {
      surface: 'problem',
      code: result.ok ? 'nothing-to-save' : result.code,
      url: reading.url,
      ...(handle === undefined ? {} : { handle }),
    };
  }
  const stableId = reading.creator?.stableId?.value;
  const account: OwnAccount = {
    platform: reading.platform,
    handle,
    main: false,
    ...(stableId === undefined ? {} : { stableId }),
  };
  return { surface: 'creator-card', operationId, account, ...result.value };
}

/**
 * Has the script in a tab open the card, putting the script there first where it is not (a site without standing permission, read
 * once after a click on the toolbar, a command or the menu).
 * @returns whether a script there heard it
 */
export function showCard(tabId: number): Promise<boolean> {
  return tellOverlay(tabId, { type: 'card.show' });
}

/** The same for any order: puts the script there first where it is not. */
export async function tellOverlay(tabId: number, order: PageOrder): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!(await injectOverlay(tabId, tab?.url))) return false;
  // the script just injected may need a moment to listen
  for (const wait of [0, 100, 400]) {
    await new Promise((done) => setTimeout(done, wait));
    if (await tellPage(tabId, order)) return true;
  }
  return false;
}

/** Messages from the background to the script on a page; the page itself never hears them. */
export type PageOrder =
  | { type: 'card.show' }
  | { type: 'frame.close' }
  | { type: 'frame.size'; height: number }
  | { type: 'screen.ask'; what?: 'places' | 'entries' | 'tag' }
  | { type: 'screen.order'; order: (typeof pageOrders)[number] }
  | { type: 'hint.point'; field: HintField }
  | ({ type: 'tag.done' } & TagDone)
  | { type: 'palette.call' }
  | { type: 'palette.look' }
  | { type: 'palette.close'; copied: boolean }
  | ({ type: 'palette.insert' } & Input<'palette.insert'>);

/** @returns what the script there answered; undefined where none is, or it does not know the question */
export async function askPage(tabId: number, order: PageOrder): Promise<unknown> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, order, { frameId: 0 });
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether a script was there to hear it */
export async function tellPage(tabId: number, order: PageOrder): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, order, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}
