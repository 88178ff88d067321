import * as z from 'zod/mini';
import { browser } from '#imports';
import { type SeenItem, seenItemSchema } from '../domain/item.ts';
import type { Input } from '../messaging/protocol.ts';
import type { KeyValueArea } from '../storage/areas.ts';
import type { Call, Service } from './service.ts';
import { sayTagged } from './tagging/say-tagged.ts';

/** Under the palette's prefix, so that it is forgotten with everybody. */
const key = 'palette:answered';
/** Replies that may still be noted: one for each of several tabs. */
const keptAtMost = 20;

const handedOutSchema = z.strictObject({
  opening: z.string(),
  tabId: z.int(),
  item: seenItemSchema,
  /** the page has said that the text was cut or changed */
  warned: z.optional(z.boolean()),
});
type HandedOut = z.infer<typeof handedOutSchema>;
const storedSchema = z.array(handedOutSchema);

/** What the replies that were handed out lately answer, for as long as the browser runs. */
export interface AnsweredItems {
  /** A reply is handed out under an opening: its use may be noted for this item. */
  add(handedOut: HandedOut): Promise<void>;
  /** What the reply under an opening answers. */
  of(opening: string): Promise<HandedOut | undefined>;
}

/** @param area `storage.session` */
export function makeAnsweredItems(area: Pick<KeyValueArea, 'get' | 'set'>): AnsweredItems {
  let last: Promise<unknown> = Promise.resolve();
  const stored = async () => {
    const parsed = z.safeParse(storedSchema, (await area.get([key]))[key]);
    return parsed.success ? parsed.data : [];
  };
  return {
    add(handedOut) {
      const added = last.then(async () => {
        const others = (await stored()).filter(({ opening }) => opening !== handedOut.opening);
        await area.set({ [key]: [...others, handedOut].slice(-keptAtMost) });
      });
      last = added.catch(() => undefined);
      return added;
    },
    of: async (opening) => (await stored()).find((one) => one.opening === opening),
  };
}

export const answeredItems: AnsweredItems = makeAnsweredItems({
  get: (keys) => browser.storage.session.get(keys),
  set: (values) => browser.storage.session.set(values),
});

/**
 * What a noted reply answers, as the page's own script said when the reply was handed out. Nobody names it: a frame gets only that of its own
 * tab, by the opening that it was made for.
 */
export async function answeredUnder(
  { opening }: Input<'template.used'>,
  { caller }: Call,
): Promise<SeenItem | undefined> {
  if (opening === undefined) return undefined;
  const handedOut = await answeredItems.of(opening);
  if (!handedOut || (caller.kind === 'frame' && handedOut.tabId !== caller.tabId)) return undefined;
  return handedOut.item as SeenItem;
}

/** Has the page say what followed from a tag that a reply put there, with the way back. Only a frame's page can: it stands around it. */
export function saysWhatFollowed(note: Service<'template.used'>): Service<'template.used'> {
  return async (input, call) => {
    const noted = await note(input, call);
    const { kind, tabId } = call.caller;
    if (!noted.ok || !noted.value.effects?.length || kind !== 'frame' || tabId === undefined) return noted;
    const handedOut = input.opening === undefined ? undefined : await answeredItems.of(input.opening);
    if (handedOut?.warned) return noted;
    const { operationId } = input;
    await sayTagged(tabId, { operationId, effects: noted.value.effects, tagged: true });
    return noted;
  };
}
