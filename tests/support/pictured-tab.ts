import { onTestFinished, vi } from 'vitest';
import type { PagePlace } from '../../utils/domain/page-place.ts';
import { browser, fakeBrowser } from './fake-imports.ts';
import { dump } from './memory-notebook.ts';
import { shopUrl, type WatchedShop, watchedShop } from './watched-shop.ts';

/** The tab of `picturedTab`. */
export const tabId = 4;

/**
 * A tab with a watched shop's page in it, whose part does as the background orders, in a browser that takes pictures of it. Globals are
 * stubbed until the test is over.
 */
export async function picturedTab() {
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  fakeBrowser.reset();
  const state = {
    /** what the page was asked to do */
    orders: [] as string[],
    shots: 0,
    place: {
      top: 320,
      height: 1_400,
      seenWidth: 1_280,
      seenHeight: 900,
      windowWidth: 1_280,
      visible: true,
      leaves: 0,
      takenBack: false,
      sameAddress: true,
    } as PagePlace | null,
    /** what the page looks like: packed tiles are made of it */
    shown: 'amber',
    onShot: () => {},
    /** what the page's part says came of an order to take a snapshot */
    taken: null as unknown,
  };
  class FakeCanvas {
    readonly width: number;
    readonly height: number;
    constructor(width: number, height: number) {
      [this.width, this.height] = [width, height];
    }
    getContext = () => {
      let shade = 255;
      return {
        fillRect: () => {},
        drawImage: (drawn: { shade?: number }) => {
          shade = drawn.shade ?? shade;
        },
        getImageData: (_left: number, _top: number, width: number, height: number) => ({
          data: new Uint8ClampedArray(width * height * 4).fill(shade),
          width,
          height,
        }),
      };
    };
    convertToBlob = async ({ type }: { type: string }) =>
      new Blob([`${state.shown} ${this.height}`], { type });
  }
  fakeBrowser.tabs = [{ id: tabId, active: true, windowId: 1, url: shopUrl }];
  const tabs = browser.tabs as unknown as Record<string, unknown>;
  tabs.captureVisibleTab = async () => {
    state.shots += 1;
    state.onShot();
    return `data:image/png;base64,${btoa('picture')}`;
  };
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const args = (injection as { args?: unknown[] }).args;
    if (!args) return [{}];
    if (args.length === 1) return [{ result: state.taken }];
    const [order, , how] = args as [string, string, number];
    const { orders, place } = state;
    orders.push(`${order} ${how}`);
    if (order === 'stand' && place && orders.includes('begin scroll'))
      place.top = Math.min(how, Math.max(0, place.height - place.seenHeight));
    return [{ result: order === 'end' ? null : place && { ...place } }];
  });
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('createImageBitmap', async (packed: Blob) => {
    // a strip is what was packed for it: one colour, told by its name
    const [, shown, height] = /^(\w+) (\d+)$/.exec(await packed.text()) ?? [];
    if (!shown) return { width: 1_280, height: 900, close: () => {} };
    const shade = (shown.charCodeAt(0) * 53) % 256;
    return { width: 640, height: Number(height), shade, close: () => {} };
  });
  // only what paces is waited for, and that not long
  const real = globalThis.setTimeout;
  vi.stubGlobal('setTimeout', (run: () => void, wait = 0) => real(run, Math.min(wait, 1)));
  return { state, shop: await watchedShop() };
}

/** The picture layers of all snapshots. */
export async function picturesOf(shop: WatchedShop) {
  const { snapshots = [] } = await dump(shop.machine, ['snapshots']);
  return (snapshots as { layers: { picture: Record<string, unknown> } }[]).map(
    ({ layers }) => layers.picture,
  );
}

export const grantPictures = () => browser.permissions.request({ origins: ['<all_urls>'] });
