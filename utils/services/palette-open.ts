import type { PaletteSight } from '../domain/palette-sight.ts';
import { fail, ok } from '../domain/result.ts';
import { siteOf } from '../sites/registry.ts';
import { outsideTab, paletteTabs } from './palette-tabs.ts';
import type { Service } from './service.ts';
import { tellPage } from './show-in-frame.ts';
import { readOnce } from './write-once.ts';

/** Somebody writes in this tab: its frame may ask for the replies, and its script hears which shortcuts there are. */
export const readyPalette: Service<'palette.ready'> = async ({ fresh }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined) return outsideTab;
  await paletteTabs.change(tabId, (tab) => (fresh || !tab ? { sight: null } : null));
  const platform = (url !== undefined && URL.canParse(url) && siteOf(new URL(url))?.id) || 'web';
  return readOnce(call, ['templates'], async (reader) => {
    const templates = await reader.all('templates');
    const shortcuts = templates.flatMap(({ archived, draft, platforms, shortcut }) =>
      shortcut !== undefined &&
      !archived &&
      !draft &&
      (platforms.length === 0 || platforms.includes(platform))
        ? [shortcut]
        : [],
    );
    return ok({ shortcuts });
  });
};

/** A page's script may speak only of the platform on which it stands, or of a shop system on a site that nobody knows. */
export function speaksFor(url: string | undefined, { platform }: PaletteSight): boolean {
  const here = (url !== undefined && URL.canParse(url) && siteOf(new URL(url))?.id) || 'web';
  return here === platform;
}

/** The palette was called in this tab: what its frame shows from now on. */
export const openPalette: Service<'palette.open'> = async ({ sight }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined) return outsideTab;
  if (!speaksFor(url, sight)) return fail('invalid', `the palette of ${sight.platform} from elsewhere`);
  await paletteTabs.change(tabId, (before) => ({
    // more was read of the same page: what the person has chosen meanwhile stays
    ...(before?.sight?.opening === sight.opening ? before : {}),
    sight,
  }));
  await call.announce(['palette']);
  return ok({});
};

/** The page's script has taken the palette away. */
export const paletteClosed: Service<'palette.closed'> = async ({ opening }, call) => {
  const { tabId } = call.caller;
  if (tabId === undefined) return outsideTab;
  // another one may be open by now
  await paletteTabs.change(tabId, (tab) => {
    if (tab?.sight?.opening !== opening) return null;
    return { sight: null, ...(tab.handedOut === undefined ? {} : { handedOut: tab.handedOut }) };
  });
  await call.announce(['palette']);
  return ok({});
};

/** The frame asks to be closed: only the script around it can take it away and give the focus back. */
export const closePalette: Service<'palette.close'> = async ({ copied }, { caller }) => {
  if (caller.tabId === undefined) return outsideTab;
  await tellPage(caller.tabId, { type: 'palette.close', copied });
  return ok({});
};
