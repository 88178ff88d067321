import * as z from 'zod/mini';
import { browser } from '#imports';
import { type PaletteSight, paletteSightSchema } from '../domain/palette-sight.ts';
import { type Failure, fail } from '../domain/result.ts';
import type { MessageType } from '../messaging/protocol.ts';
import type { KeyValueArea } from '../storage/areas.ts';
import { paletteKey } from './frame-context.ts';
import type { Caller, Service } from './service.ts';

const paletteTabSchema = z.strictObject({
  /** null: somebody writes in this tab, and the palette is closed */
  sight: z.nullable(paletteSightSchema),
  /** what the person said to "for whom?"; absent: not asked or not answered yet */
  chosen: z.optional(z.nullable(z.string())),
  /** the frame inserts now, for this opening */
  inserting: z.optional(z.boolean()),
  /** whom the reply that was last handed out here is for, null for nobody of the notebook: its use may be noted */
  handedOut: z.optional(z.nullable(z.string())),
});
/** What is known of the palette in one tab. */
export type PaletteTab = Omit<z.infer<typeof paletteTabSchema>, 'sight'> & { sight: PaletteSight | null };

/** Kept where a stopped worker finds it again and no content script can read; gone with the browser. */
export interface PaletteTabs {
  of(tabId: number): Promise<PaletteTab | null>;
  /** Makes what is known of a tab another; two changes never overlap, so that neither undoes the other. */
  change(tabId: number, next: (before: PaletteTab | null) => PaletteTab | null): Promise<void>;
}

/**
 * @param area `storage.session`
 * @param keyOf where what is known of a tab is kept; under the palette's prefix, so that it is forgotten with everybody
 */
export function makePaletteTabs(
  area: Pick<KeyValueArea, 'get' | 'set'>,
  keyOf: (tabId: number) => string = paletteKey,
): PaletteTabs {
  let last: Promise<unknown> = Promise.resolve();
  const of = async (tabId: number) => {
    const key = keyOf(tabId);
    const parsed = z.safeParse(paletteTabSchema, (await area.get([key]))[key]);
    return parsed.success ? (parsed.data as PaletteTab) : null;
  };
  return {
    of,
    change(tabId, next) {
      const changed = last.then(async () => {
        const tab = next(await of(tabId));
        if (tab) await area.set({ [keyOf(tabId)]: tab });
      });
      last = changed.catch(() => undefined);
      return changed;
    },
  };
}

const sessionArea: Pick<KeyValueArea, 'get' | 'set'> = {
  get: (keys) => browser.storage.session.get(keys),
  set: (values) => browser.storage.session.set(values),
};
export const paletteTabs: PaletteTabs = makePaletteTabs(sessionArea);

/** The same for what popup and side panel do beside the page: the frame in the page hears nothing of it. */
export const besideTabs: PaletteTabs = makePaletteTabs(sessionArea, (tabId) => `${paletteKey(tabId)}:beside`);

/** Where what is known of the caller's palette is kept. */
export const tabsOf = ({ kind }: Caller): PaletteTabs =>
  kind === 'popup' || kind === 'sidepanel' ? besideTabs : paletteTabs;

export const outsideTab: Failure = fail('not-found', 'outside a tab');
const notCalled: Failure = fail('forbidden', 'a frame may use saved replies only where somebody writes');

/** The palette's state in the caller's tab; null where it was never made ready. */
export async function paletteOf(caller: Caller): Promise<PaletteTab | null> {
  return caller.tabId === undefined ? null : tabsOf(caller).of(caller.tabId);
}

/** The same while the palette is open. */
export async function openPaletteOf(caller: Caller): Promise<(PaletteTab & { sight: PaletteSight }) | null> {
  const tab = await paletteOf(caller);
  return tab?.sight ? { ...tab, sight: tab.sight } : null;
}

/** Has a message of the popup or the side panel be about the tab that it names. A frame names none: it may only speak of its own. */
export function inNamedTab<T extends MessageType>(service: Service<T>): Service<T> {
  return async (input, call) => {
    const { tabId } = input as { tabId?: number };
    if (call.caller.kind === 'frame')
      return tabId === undefined ? service(input, call) : fail('forbidden', 'a frame names no tab');
    if (tabId === undefined) return outsideTab;
    // a popup in a tab of its own does not mean that one
    return service(input, { ...call, caller: { kind: call.caller.kind, tabId } });
  };
}

/**
 * Lets a frame send a message only in a tab whose own script said that somebody writes there: a frame stands in someone else's page.
 * Popup and dashboard are let through.
 */
export function whereSomebodyWrites<T extends MessageType>(service: Service<T>): Service<T> {
  return async (input, call) => {
    if (call.caller.kind === 'frame' && !(await paletteOf(call.caller))) return notCalled;
    return service(input, call);
  };
}

/** Lets a frame note the use of a reply only where one was handed out, and for whom it was. */
export function forWhomItWas(note: Service<'template.used'>): Service<'template.used'> {
  return async (input, call) => {
    if (call.caller.kind !== 'frame') return note(input, call);
    const { handedOut } = (await paletteOf(call.caller)) ?? {};
    if (handedOut === undefined) return notCalled;
    if (input.creatorId !== undefined && input.creatorId !== handedOut)
      return fail('forbidden', 'a frame may only note for whom its palette was');
    return note(input, call);
  };
}
