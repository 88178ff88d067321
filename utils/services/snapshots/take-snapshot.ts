import * as z from 'zod/mini';
import { browser } from '#imports';
import type { SnapshotCause } from '../../domain/change-kind.ts';
import { newId } from '../../domain/new-id.ts';
import { errorCodes, fail, type Result } from '../../domain/result.ts';
import type { SnapshotAnswer } from '../../messaging/protocol/snapshots.ts';
import { answerAgain } from '../../storage/unit-of-work.ts';
import { askInPopup } from '../ask-in-popup.ts';
import { ownFile } from '../own-file.ts';
import type { Call, Service } from '../service.ts';
import { readOnce } from '../write-once.ts';
import { isTaking, startPicture } from './picture-jobs.ts';
import { recordSnapshot } from './record-snapshot.ts';

interface Order {
  operationId: string;
  cause: SnapshotCause;
}

/** Runs in the page's isolated world: a closure would not come along, so it says everything itself. */
async function takeHere(order: Order): Promise<unknown> {
  type Part = { take(order: Order): Promise<unknown> };
  const shared = globalThis as unknown as Record<symbol, Part | undefined>;
  return (await shared[Symbol.for('deckhand.snapshot')]?.take(order)) ?? null;
}

/** What the page's part says came of it: its own answer from here, which the router checks once more where it goes on. */
const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.custom<SnapshotAnswer>((value) => typeof value === 'object') }),
  z.object({ ok: z.literal(false), code: z.enum(errorCodes), message: z.string() }),
]);

/** What an order was answered before, while a picture of its tab is being taken. */
function answeredBefore({ operationId }: Order, call: Call): Promise<Result<SnapshotAnswer>> {
  return readOnce<SnapshotAnswer>(call, ['operations'], async (reader) => {
    const earlier = await reader.get('operations', operationId);
    return earlier
      ? answerAgain(earlier, 'snapshot.record')
      : fail('busy', 'a picture of this tab is being taken');
  });
}

/**
 * Has a tab's page read by our part there, which hands it in and repeats that until it is acknowledged. The picture follows by itself.
 * @returns `no-access` where the browser refuses, `busy` while a picture of the tab is being taken for another order; else what recording says
 */
async function takeInTab(tabId: number, order: Order, call: Call): Promise<Result<SnapshotAnswer>> {
  // what is hidden for the picture would be missing in the text. A repeat whose answer was lost with a worker finds the picture under way that
  // its own page has asked for meanwhile
  if (isTaking(tabId)) return answeredBefore(order, call);
  let result: unknown;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [ownFile('snapshot.js')] });
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: takeHere,
      args: [order],
    });
    result = frame?.result;
  } catch (error) {
    return fail('no-access', String(error));
  }
  const parsed = z.safeParse(resultSchema, result);
  if (!parsed.success) return fail('internal', `the page in tab ${tabId} gave no answer`);
  // not waited for: the click is answered
  if (parsed.data.ok) void startPicture(call, tabId, order.cause, parsed.data.value);
  return parsed.data;
}

/** The popup and the side panel. */
export const takeSnapshot: Service<'snapshot.take'> = ({ operationId, tabId }, call) =>
  // a press in the side panel gives no access to the tab, as one on the toolbar does
  takeInTab(tabId, { operationId, cause: call.caller.kind === 'popup' ? 'popup' : 'button' }, call);

/** The keyboard command and the context menu. What stands in the way is said in the popup, which shows the same page. */
export async function takeSnapshotBy(cause: 'key' | 'menu', tabId: number, call: Call): Promise<void> {
  const result = await takeInTab(tabId, { operationId: newId(), cause }, call);
  if (!result.ok) await askInPopup(tabId);
}

/**
 * What a page's part hands in. Orders of the background come back here as well, and their pictures are taken by whoever gave the order: what
 * a page says of its own accord is a press on its button or a visit.
 */
export const recordFromPage: Service<'snapshot.record'> = async (given, call) => {
  if (given.cause === 'refresh') return fail('invalid', 'a refresh is nothing that a page does');
  const result = await recordSnapshot(given, call);
  const { tabId } = call.caller;
  const own = given.cause === 'visit' || given.cause === 'button';
  if (result.ok && own && tabId !== undefined) void startPicture(call, tabId, given.cause, result.value);
  return result;
};
