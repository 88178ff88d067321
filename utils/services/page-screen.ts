import * as z from 'zod/mini';
import { fail, ok } from '../domain/result.ts';
import { screenSchema } from '../domain/screen.ts';
import type { Service } from './service.ts';
import { askPage, tellPage } from './show-in-frame.ts';

/** What the script in a tab sees on its screen; null where no script of ours is, or it looks for nothing there. */
export const getScreen: Service<'tab.screen'> = async ({ tabId }) => {
  const parsed = z.safeParse(screenSchema, await askPage(tabId, { type: 'screen.ask' }));
  return ok(parsed.success ? parsed.data : null);
};

/** Has the script in a tab do what the person chose in the popup. */
export const orderPage: Service<'tab.order'> = async ({ tabId, order }) => {
  const heard = await tellPage(tabId, { type: 'screen.order', order });
  return heard ? ok({}) : fail('not-found', 'no script of ours in this tab');
};
