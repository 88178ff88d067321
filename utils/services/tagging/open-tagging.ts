import { browser } from '#imports';
import type { SeenItem } from '../../domain/item.ts';
import type { PlatformId } from '../../domain/platform.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TaggingContext } from '../../messaging/protocol/tagging.ts';
import { siteOf } from '../../sites/registry.ts';
import { askInPopup } from '../ask-in-popup.ts';
import { hintsOfTab } from '../hints.ts';
import { findItem, findStores } from '../items/find-item.ts';
import { suggestedTagStores, suggestedTagsFor } from '../keywords/suggested-tags.ts';
import type { Call, Service } from '../service.ts';
import { askPage, showCard, tabFrames } from '../show-in-frame.ts';
import { readTab } from '../tab-reading.ts';
import { readOnce } from '../write-once.ts';
import { itemOfPage, itemOfWords, type ReadPage } from './item-of-page.ts';

/** Shop systems stand on hosts that nobody knows. */
const systems: readonly PlatformId[] = ['web', 'shopify', 'woocommerce'];

/** A page's script may speak only of the site on which it stands: what it says may come from a page that has taken it over. */
function isOfPage(item: SeenItem, address: string): boolean {
  const here = new URL(address);
  const site = siteOf(here)?.id;
  const isHere = (other: string) => {
    const url = new URL(other);
    return site === undefined ? url.hostname === here.hostname : siteOf(url)?.id === site;
  };
  const fits = (platform: PlatformId) =>
    site === undefined ? systems.includes(platform) : platform === site;
  return (
    fits(item.platform) &&
    item.keys.every((key) => key.startsWith(`${item.platform}:`)) &&
    isHere(item.url) &&
    (item.author === undefined ||
      (fits(item.author.platform) && (item.author.url === undefined || isHere(item.author.url))))
  );
}

async function openWith(tabId: number, item: SeenItem, call: Call): Promise<void> {
  await tabFrames.set(tabId, { surface: 'tag-picker', item });
  await call.announce(['frame']);
}

/** Somebody wants to tag an item of a page: the picker in this tab's frame is about it from now on. */
export const openTagging: Service<'tagging.open'> = async ({ item }, call) => {
  const { tabId, url } = call.caller;
  if (tabId === undefined || url === undefined) return fail('not-found', 'a page outside a tab');
  if (!isOfPage(item, url)) return fail('invalid', `an item of ${item.platform} from elsewhere`);
  await openWith(tabId, item, call);
  return ok({});
};

/** An item with the tags that it carries. */
export function contextOf(
  item: SeenItem,
  suggested: readonly string[],
  call: Call,
): Promise<Result<TaggingContext>> {
  return readOnce(call, [...findStores, ...suggestedTagStores], async (reader) => {
    const stored = await findItem(reader, item.keys);
    // by the words that somebody looks for
    const byWords = await suggestedTagsFor(reader, item.text ?? '');
    return ok({ item, tagIds: stored?.tagIds ?? [], suggested: [...new Set([...suggested, ...byWords])] });
  });
}

/** Runs in the page's isolated world: what is selected there, outside of what the person is writing. */
function selectedHere(): string {
  const active = document.activeElement;
  const writes =
    active instanceof HTMLElement &&
    (active.isContentEditable || /^(input|textarea)$/.test(active.localName));
  return writes ? '' : String(getSelection() ?? '').slice(0, 20_000);
}

async function selectedIn(tabId: number): Promise<string> {
  const [frame] = await browser.scripting
    .executeScript({ target: { tabId }, func: selectedHere })
    .catch(() => []);
  return typeof frame?.result === 'string' ? frame.result : '';
}

const isAddress = ({ reading }: ReadPage) => /^https?:\/\//.test(reading.url);

async function readForTagging(tabId: number, call: Call): Promise<Result<ReadPage>> {
  const read = await readTab(tabId, await hintsOfTab(call, tabId));
  if (read.ok && !isAddress(read.value)) return fail('nothing-to-save', 'a page without an address');
  return read;
}

/**
 * The keyboard command and the context menu. `here`: what the person points at or has selected, else the page.
 * @param words that the browser says are selected
 */
export async function tagInTab(
  tabId: number,
  call: Call,
  what: { what: 'here' | 'page' } | { what: 'words'; words: string },
): Promise<void> {
  // only the script there knows what is under the pointer, and opens the picker beside it
  if (what.what === 'here' && (await askPage(tabId, { type: 'screen.ask', what: 'tag' })) === true) return;
  const read = await readForTagging(tabId, call);
  if (read.ok) {
    const words = what.what === 'words' ? what.words : what.what === 'here' ? await selectedIn(tabId) : '';
    await openWith(tabId, itemOfWords(read.value, words) ?? itemOfPage(read.value), call);
  } else await tabFrames.set(tabId, { surface: 'problem', code: read.code, url: '' });
  if (!(await showCard(tabId))) await askInPopup(tabId);
}

/** The page in a tab, for the picker in the popup. */
export const tabItem: Service<'tab.item'> = async ({ tabId }, call) => {
  const read = await readForTagging(tabId, call);
  return read.ok ? contextOf(itemOfPage(read.value), [], call) : read;
};
