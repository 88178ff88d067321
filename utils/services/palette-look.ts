import * as z from 'zod/mini';
import { browser } from '#imports';
import { type PaletteSight, paletteSightSchema } from '../domain/palette-sight.ts';
import { fail, ok } from '../domain/result.ts';
import { paletteContext } from './palette-context.ts';
import { speaksFor } from './palette-open.ts';
import { besideTabs } from './palette-tabs.ts';
import { injectOverlay } from './reconcile-scripts.ts';
import type { Service } from './service.ts';
import { askPage } from './show-in-frame.ts';

/** A script that was just injected may need a moment to listen, milliseconds. */
const tries = [0, 100, 400];

/** Asks the script in a tab, putting it there first where it is not. @returns null where no script of ours can be */
async function seenIn(tabId: number): Promise<{ seen: unknown; url: string | undefined } | null> {
  // where no page is meant: the browser throws at such a number instead of refusing
  if (tabId < 0) return null;
  const urlNow = async () => (await browser.tabs.get(tabId).catch(() => undefined))?.url;
  const seen = await askPage(tabId, { type: 'palette.look' });
  if (seen !== undefined) return { seen, url: await urlNow() };
  if (!(await injectOverlay(tabId, await urlNow()))) return null;
  for (const wait of tries) {
    await new Promise((done) => setTimeout(done, wait));
    const answer = await askPage(tabId, { type: 'palette.look' });
    if (answer !== undefined) return { seen: answer, url: await urlNow() };
  }
  return { seen: undefined, url: undefined };
}

/** Where nothing can be seen of a page the replies are there all the same, to be copied. */
const unseen = (tabId: number): PaletteSight => ({
  opening: `beside ${tabId}`,
  platform: 'web',
  mode: 'message',
  editor: 'none',
});

/** What popup and side panel show for a tab: what a reply would be for there, with what the notebook knows about it. */
export const lookBeside: Service<'palette.look'> = async ({ tabId, fresh }, call) => {
  const found = await seenIn(tabId);
  const told = z.safeParse(paletteSightSchema, found?.seen);
  const sight =
    told.success && speaksFor(found?.url, told.data as PaletteSight)
      ? (told.data as PaletteSight)
      : unseen(tabId);
  await besideTabs.change(tabId, (before) => ({
    // the same editor as before: what the person has chosen meanwhile stays
    ...(before?.sight?.opening === sight.opening && !fresh ? before : {}),
    sight,
  }));
  const context = await paletteContext({}, call);
  if (!context.ok) return context;
  if (!context.value) return fail('internal', 'what was just noted of a tab is gone');
  return ok({ context: context.value, access: found !== null });
};
