import { cutText } from '../../domain/cut-text.ts';
import type { SeenItem } from '../../domain/item.ts';
import { keyMarkOf } from '../../domain/item-keys.ts';
import { fail, ok } from '../../domain/result.ts';
import { unansweredLimits } from '../../domain/unanswered.ts';
import { siteOf } from '../../sites/registry.ts';
import type { Reader } from '../../storage/reader.ts';
import { isSuppressed } from '../../storage/suppressions.ts';
import { isInCase, mayBringBack, reopenWrittenAgain } from '../cases/written-again.ts';
import { findItem, findStores } from '../items/find-item.ts';
import type { Service } from '../service.ts';
import { announce, readOnce } from '../write-once.ts';
import { type UnansweredStore, unansweredStore } from './unanswered-store.ts';

/** As much of a comment as tells which one it is. */
function shortened(item: SeenItem): SeenItem {
  const { text, ...rest } = item;
  if (text === undefined || text.length <= unansweredLimits.text) return item;
  return { ...rest, text: cutText(text, unansweredLimits.text), cut: true };
}

/**
 * Whether an item carries a tag: then its own list has it. A key of author and text only may be shared, and does not count, unless the tag was put
 * on before the page said when the item was written: then what was written later is another.
 */
async function isTagged(reader: Reader, { keys, publishedAt }: SeenItem): Promise<boolean> {
  const sure = keys.filter((key) => keyMarkOf(key) !== '~');
  for (const key of sure.length > 0 ? sure : keys)
    if ((await reader.keys('items', 'keys', key)).length > 0) return true;
  if (publishedAt === undefined || keys.some((key) => keyMarkOf(key) === '#')) return false;
  const item = await findItem(reader, keys);
  return item !== undefined && publishedAt <= item.createdAt;
}

/**
 * Notes what stood on the screen without an answer. What a page's script sends may come from a page that has taken it over: it may speak
 * only of comments of the platform on which it stands. Of people who shall not be stored nothing is kept. Somebody with an answered case on
 * this page who wrote after the answer brings the case back.
 */
export const seeUnanswered =
  (store: UnansweredStore = unansweredStore): Service<'queue.seen-unanswered'> =>
  async ({ open, answered }, call) => {
    const { url } = call.caller;
    const here = (url !== undefined && siteOf(new URL(url))?.id) || 'web';
    const strange = open.find(
      ({ kind, platform, author }) =>
        kind !== 'comment' || platform !== here || (author && author.platform !== here),
    );
    if (strange) return fail('invalid', `a ${strange.kind} of ${strange.platform} from ${here}`);
    const looked = await readOnce(call, ['suppressions', 'cases', ...findStores], async (reader) => {
      const kept: SeenItem[] = [];
      const again: SeenItem[] = [];
      for (const item of open) {
        if (!item.author || (await isSuppressed(reader, item.author))) continue;
        if ((await isTagged(reader, item)) || (await isInCase(reader, item))) continue;
        ((await mayBringBack(reader, item, call.now)) ? again : kept).push(item);
      }
      return ok({ kept: kept.map(shortened), again });
    });
    if (!looked.ok) return looked;
    const { kept, again } = looked.value;
    if (again.length > 0) {
      const back = await reopenWrittenAgain(call, again);
      if (!back.ok) return back;
      await announce(call, ['cases']);
    }
    if (await store.see({ open: kept, answered }, call.now)) await announce(call, ['unanswered']);
    return ok({});
  };

/** What was seen without an answer, without what was tagged since. */
export const listUnanswered =
  (store: UnansweredStore = unansweredStore): Service<'queue.unanswered'> =>
  async (_input, call) => {
    const rows = await store.list(call.now);
    return readOnce(call, findStores, async (reader) => {
      const tagged = await Promise.all(rows.map(({ item }) => isTagged(reader, item)));
      const open = rows.filter((_row, at) => !tagged[at]);
      return ok({ rows: open.slice(0, unansweredLimits.listed), total: open.length });
    });
  };

export const dismissUnanswered =
  (store: UnansweredStore = unansweredStore): Service<'queue.dismiss'> =>
  async ({ keys, back }, call) => {
    await store.dismiss(keys, back === true);
    await announce(call, ['unanswered']);
    return ok({});
  };
