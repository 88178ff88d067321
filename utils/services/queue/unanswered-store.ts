import * as z from 'zod/mini';
import { browser } from '#imports';
import { sameItem, unansweredLimits } from '../../domain/unanswered.ts';
import { type UnansweredRow, unansweredRowSchema } from '../../domain/unanswered-row.ts';
import type { KeyValueArea } from '../../storage/areas.ts';
import { unansweredKey } from '../frame-context.ts';

const dismissedAtMost = 1_000;
const dayLong = 24 * 60 * 60 * 1_000;

const storedSchema = z.strictObject({
  rows: z.array(unansweredRowSchema),
  dismissed: z.array(z.array(z.string())),
});
type Stored = z.infer<typeof storedSchema>;

/** One look at a page. */
export interface Look {
  open: readonly UnansweredRow['item'][];
  /** keys of comments that have their answer */
  answered: readonly (readonly string[])[];
}

export interface UnansweredStore {
  /** the comment written last first */
  list(now: Date): Promise<UnansweredRow[]>;
  /** @returns whether anything is another now */
  see(look: Look, now: Date): Promise<boolean>;
  dismiss(keys: readonly string[], back: boolean): Promise<void>;
}

const without = (rows: readonly UnansweredRow[], keys: readonly string[]) =>
  rows.filter(({ item }) => !sameItem(item.keys, keys));
const writtenAt = ({ item, seenAt }: UnansweredRow) => Date.parse(item.publishedAt ?? seenAt);

/**
 * @param area `storage.session`: no content script reads it, it outlives a sleeping worker and is gone with the browser. That is as long
 * as a list of what strangers wrote, which nobody chose to save, should last.
 */
export function makeUnansweredStore(area: Pick<KeyValueArea, 'get' | 'set'>): UnansweredStore {
  let last: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Stored> => {
    const parsed = z.safeParse(storedSchema, (await area.get([unansweredKey]))[unansweredKey]);
    return parsed.success ? (parsed.data as Stored) : { rows: [], dismissed: [] };
  };
  /** Two changes never overlap, so that neither undoes the other. */
  const change = <T>(work: (before: Stored) => { next: Stored; told: T }): Promise<T> => {
    const changed = last.then(async () => {
      const { next, told } = work(await read());
      await area.set({ [unansweredKey]: next });
      return told;
    });
    last = changed.catch(() => undefined);
    return changed;
  };
  const fresh = (rows: readonly UnansweredRow[], now: Date) =>
    rows.filter(({ seenAt }) => now.getTime() - Date.parse(seenAt) < unansweredLimits.days * dayLong);
  return {
    async list(now) {
      await last;
      const { rows, dismissed } = await read();
      return fresh(rows, now)
        .filter(({ item }) => !dismissed.some((keys) => sameItem(item.keys, keys)))
        .sort((a, b) => writtenAt(b) - writtenAt(a));
    },
    see: (look, now) =>
      change(({ rows, dismissed }) => {
        let kept = fresh(rows, now);
        for (const keys of look.answered) kept = without(kept, keys);
        const seenAt = now.toISOString();
        let changed = kept.length !== rows.length;
        for (const item of look.open) {
          changed ||= !kept.some((row) => sameItem(row.item.keys, item.keys));
          kept = [...without(kept, item.keys), { item, seenAt }];
        }
        return { next: { rows: kept.slice(-unansweredLimits.kept), dismissed }, told: changed };
      }),
    dismiss: (keys, back) =>
      change(({ rows, dismissed }) => {
        const others = dismissed.filter((each) => !sameItem(each, keys));
        const next = back ? others : [...others, [...keys]].slice(-dismissedAtMost);
        return { next: { rows, dismissed: next }, told: undefined };
      }),
  };
}

export const unansweredStore = makeUnansweredStore({
  get: (keys) => browser.storage.session.get(keys),
  set: (values) => browser.storage.session.set(values),
});
