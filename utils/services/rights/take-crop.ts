import * as z from 'zod/mini';
import { browser } from '#imports';
import { newId } from '../../domain/new-id.ts';
import type { PagePlace } from '../../domain/page-place.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { sameThing } from '../../domain/rights-use.ts';
import { type ScreenItem, type ScreenItems, screenItemsSchema } from '../../domain/screen-item.ts';
import { ownFile } from '../own-file.ts';
import type { Call } from '../service.ts';
import { askPage } from '../show-in-frame.ts';
import { pictureParts, shotOfWindow } from '../snapshots/picture-browser.ts';
import { refusalOf } from '../snapshots/picture-shots.ts';
import { tabItem } from '../tagging/open-tagging.ts';
import { cropOf, inside, type PackedCrop, type Part } from './crop-canvas.ts';

/** What a crop is taken with; the browser behind it is another matter. */
export interface CropParts {
  /** null: no script of ours sees items in this tab */
  items(): Promise<ScreenItems | null>;
  /** hides our own things on the page; null: the page is gone */
  begin(): Promise<PagePlace | null>;
  look(): Promise<PagePlace | null>;
  end(): Promise<void>;
  shoot(): Promise<Blob>;
  pack(shot: Blob, part: Part, windowWidth: number): Promise<PackedCrop>;
}

/** Of a page that is itself what was tagged, all that is seen of it. */
const all = { left: 0, top: 0, width: 100_000, height: 100_000 };

/**
 * Items on the screen of a tab, as the script there says, and what the page itself is of.
 * @returns null: nothing there can be told
 */
export async function itemsOnScreen(tabId: number, call: Call): Promise<ScreenItems | null> {
  const parsed = z.safeParse(screenItemsSchema, await askPage(tabId, { type: 'screen.ask', what: 'places' }));
  const items = parsed.success ? [...parsed.data.items] : [];
  const page = await tabItem({ tabId }, call);
  const keys = page.ok ? page.value.item.keys : [];
  // a post's page shows the post as one of its items: that part of it is the picture
  if (keys.length > 0 && !items.some((item) => sameThing(item.keys, keys))) items.push({ keys, ...all });
  return items.length > 0 ? { items } : null;
}

export async function browserCropParts(tabId: number, call: Call): Promise<CropParts> {
  await browser.scripting.executeScript({ target: { tabId }, files: [ownFile('snapshot.js')] });
  const parts = await pictureParts(tabId, newId(), () => undefined);
  return {
    items: () => itemsOnScreen(tabId, call),
    begin: () => parts.begin('as-is'),
    look: parts.look,
    end: parts.end,
    shoot: () => shotOfWindow(tabId, new AbortController().signal),
    pack: cropOf,
  };
}

const notThere: Failure = fail('not-found', 'it is not on the screen of this tab');
/** How far an item may have moved while its picture was taken, CSS pixels. */
const steady = 2;

/** The item's own element: of several that mean the same (a post and its preview) the largest. */
function placeOf(screen: ScreenItems | null, keys: readonly string[]): ScreenItem | undefined {
  const same = (screen?.items ?? []).filter((item) => sameThing(item.keys, keys));
  return same.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

const moved = (one: ScreenItem, other: ScreenItem | undefined) =>
  !other ||
  Math.abs(one.left - other.left) > steady ||
  Math.abs(one.top - other.top) > steady ||
  Math.abs(one.width - other.width) > steady;

/** What the browser's refusal means for the person. */
function failureOf(error: unknown): Failure {
  const reason = refusalOf(error);
  if (reason === 'no-permission') return fail('no-access', 'pictures of this tab are not permitted');
  if (reason === 'quota') return fail('busy', 'too many pictures at once');
  if (reason === 'tab-hidden') return notThere;
  console.error('Deckhand: a picture for a permission', error);
  return fail('internal', String(error));
}

/**
 * Takes a picture of what is on the screen; nothing moves, and nothing is loaded.
 * @param keys of the item whose part of the screen is wanted; null: all that is seen of the page
 * @returns `not-found` where the item is not on the screen, or moved while the picture was taken; `no-access` where pictures are not permitted
 */
export async function takeCrop(
  parts: CropParts,
  keys: readonly string[] | null,
): Promise<Result<PackedCrop>> {
  try {
    const first = await parts.begin();
    if (!first?.visible) return notThere;
    const before = keys && placeOf(await parts.items(), keys);
    if (keys && !before) return notThere;
    const shot = await parts.shoot();
    const place = await parts.look();
    if (!place?.visible || !place.sameAddress || place.leaves !== first.leaves) return notThere;
    if (before && keys && moved(before, placeOf(await parts.items(), keys))) return notThere;
    const seen = { width: place.seenWidth, height: place.seenHeight };
    const part = inside(before ?? { left: 0, top: 0, ...seen }, seen);
    return part ? ok(await parts.pack(shot, part, place.windowWidth)) : notThere;
  } catch (error) {
    return failureOf(error);
  } finally {
    await parts.end();
  }
}
