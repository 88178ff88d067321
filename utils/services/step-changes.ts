import { type Image, type StoreName, storeNames } from '../storage/schema.ts';
import type { SwiftWriter } from '../storage/swift-operation.ts';

/** What is looked at of a record, whatever it is. */
export type Stamped = {
  id: string;
  updatedAt?: string;
  creatorId?: string;
  accountId?: string;
  templateId?: string;
  fanId?: string;
};

/** What a step did to one record, and the record as it is now. */
export interface Change {
  store: StoreName;
  key: string;
  /** absent: the step added it */
  before: Stamped | undefined;
  /** the record's `updatedAt` since then; absent: the step removed it */
  stamp: string | undefined;
  now: Stamped | undefined;
}

/** Whether there is a store of that name. */
export const isStore = (name: string): name is StoreName => (storeNames as readonly string[]).includes(name);

/** A record's name among all. */
export const keyOf = ({ store, key }: Pick<Change, 'store' | 'key'>) => `${store}:${key}`;

/** Several images of one record are one change: from the first state before to the last after. */
export async function changesOf(writer: SwiftWriter, images: readonly Image[]): Promise<Change[]> {
  const changes = new Map<string, Omit<Change, 'now'>>();
  for (const { store, key, before, after, stamp } of images) {
    if (!isStore(store)) continue;
    const known = changes.get(`${store}:${key}`);
    changes.set(`${store}:${key}`, {
      store,
      key,
      before: known ? known.before : (before as Stamped | undefined),
      stamp: stamp ?? (after as Stamped | undefined)?.updatedAt,
    });
  }
  return Promise.all(
    [...changes.values()].map(async (change) => ({
      ...change,
      now: (await writer.get(change.store, change.key)) as Stamped | undefined,
    })),
  );
}

/** A record that somebody changed, or put again, after the step. One that somebody removed is simply not there. */
export function isChanged({ stamp, now }: Change): boolean {
  return now !== undefined && now.updatedAt !== stamp;
}

/** A record that the step made. */
export const isAdded = ({ before, stamp }: Change) => before === undefined && stamp !== undefined;
