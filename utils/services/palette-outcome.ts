import * as z from 'zod/mini';
import { browser } from '#imports';
import { replyOutcomes } from '../domain/palette-sight.ts';
import { ok } from '../domain/result.ts';
import type { Output } from '../messaging/protocol.ts';
import type { KeyValueArea } from '../storage/areas.ts';
import type { Call, Service } from './service.ts';
import { noteUseChange } from './templates/use-template.ts';

/** Under the palette's prefix, so that it is forgotten with everybody. */
const key = 'palette:uses';
/** Insertions that may still be waited for: a few for each of several tabs. */
const keptAtMost = 60;

const insertedSchema = z.strictObject({
  opening: z.string(),
  /** absent: the use is not noted yet */
  useId: z.optional(z.string()),
  /** absent: nothing has become of it yet; told before the use was noted, it waits for that */
  told: z.optional(z.strictObject({ operationId: z.string(), outcome: z.enum(replyOutcomes) })),
});
type Inserted = z.infer<typeof insertedSchema>;
const storedSchema = z.array(insertedSchema);

/** Which use belongs to which opening of a palette, for as long as the browser runs. */
export interface InsertedReplies {
  /** Adds to what is known of an opening, first come first kept. @returns all that is known of it now */
  add(inserted: Inserted): Promise<Inserted>;
}

/** @param area `storage.session` */
export function makeInsertedReplies(area: Pick<KeyValueArea, 'get' | 'set'>): InsertedReplies {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(inserted) {
      const added = last.then(async () => {
        const parsed = z.safeParse(storedSchema, (await area.get([key]))[key]);
        const all = parsed.success ? parsed.data : [];
        const before = all.find(({ opening }) => opening === inserted.opening);
        const now = { ...inserted, ...before };
        const others = all.filter((one) => one !== before);
        await area.set({ [key]: [...others, now].slice(-keptAtMost) });
        return now;
      });
      last = added.catch(() => undefined);
      return added;
    },
  };
}

const insertedReplies = makeInsertedReplies({
  get: (keys) => browser.storage.session.get(keys),
  set: (values) => browser.storage.session.set(values),
});

async function noteOutcome({ useId, told }: Inserted, call: Call): Promise<void> {
  if (useId === undefined || !told) return;
  const { operationId, outcome } = told;
  const noted = await noteUseChange({ operationId, useId, [outcome]: true }, call);
  // a reply that was taken out is offered again at once
  if (noted.ok) await call.announce(['palette']);
}

/** Remembers under which opening a use was noted, so that the page's script can say what became of it. */
export function underItsOpening(note: Service<'template.used'>): Service<'template.used'> {
  return async (input, call) => {
    const noted = await note(input, call);
    if (noted.ok && input.opening !== undefined) {
      const { useId }: Output<'template.used'> = noted.value;
      await noteOutcome(await insertedReplies.add({ opening: input.opening, useId }), call);
    }
    return noted;
  };
}

/** The page's script says what became of a reply that was inserted there; the first word on it holds. */
export const tellOutcome: Service<'palette.outcome'> = async ({ operationId, opening, outcome }, call) => {
  await noteOutcome(await insertedReplies.add({ opening, told: { operationId, outcome } }), call);
  return ok({});
};
