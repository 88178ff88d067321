import type { FileArea, KeyValueArea } from './areas.ts';
import type { Database } from './database.ts';
import { type ErasedPerson, eraseFromOtherCopies } from './erased-person.ts';
import { otherName } from './live-database.ts';
import { moveNotebook } from './scrub.ts';
import { clearScrub, noteScrub, pendingScrub } from './scrub-note.ts';
import { rewriteCopies } from './second-copy.ts';
import { layOutSweeps, removeForGood, sweepsOf, sweepTwice } from './sweeps.ts';
import { type TouchedKeys, touchAll } from './touched-keys.ts';

/** What of a notebook makes sure that nothing of erased people stays on the disk. */
export interface Scrubbing {
  /**
   * To be called before the transaction that erases someone: takes them out of the copies of other notebooks, and notes that the
   * browser's files are to be scrubbed, so that a stopped worker does not forget it.
   */
  beforeErasing(person: ErasedPerson): Promise<void>;
  /** To be called after it: writes both second copies anew and has the files scrubbed soon. */
  afterErasing(): Promise<void>;
  /**
   * Where something was erased: moves what is left into a fresh database and removes the old one, for only that takes deleted
   * records out of the browser's files. @returns `none`: there was nothing to scrub; `failed`: it is still to be done
   */
  scrub(): Promise<'done' | 'none' | 'failed'>;
  /**
   * Once more after a scrub or a removal, when there is time: takes out what the tidying at that moment may have missed, and has itself
   * called again while there is more to do. What is to do stands on the disk, so that a stopped worker does not forget it.
   */
  tidyAgain(): Promise<void>;
  /** Whether erased records may still lie in the browser's files. */
  scrubPending(): Promise<boolean>;
}

/** The notebook from inside. */
export interface ScrubParts {
  local: KeyValueArea;
  files: FileArea;
  /** the first of the notebook's two names */
  name: string;
  clock(): Date;
  /** has `scrub` called before long, once for several calls */
  scrubSoon(): void;
  /** has `tidyAgain` called in a while, once for several calls */
  tidySoon(): void;
  /** one after another with recovery and copying */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** the database and its name, where the notebook is open and well: a copy or a scrub of anything else would do harm */
  healthy(): Promise<{ database: Database; name: string } | null>;
  /** runs `work` while nobody is given the database */
  hold<T>(work: () => Promise<T>): Promise<T>;
  /** the notebook lives here from now on */
  takeOver(database: Database, name: string): Promise<void>;
  onGone(database: Database): void;
  pause(milliseconds: number): Promise<unknown>;
  /** keeps the browser from stopping an idle background */
  stayAwake(): Promise<unknown>;
}

/** @returns the scrubbing, and what is to hear of every commit */
export function makeScrubbing(
  parts: ScrubParts,
): Scrubbing & { heard(database: Database, keys: TouchedKeys): void } {
  const { local, files, clock } = parts;
  /** while the notebook moves: the database that it leaves, and what is written there meanwhile */
  let moving: { source: Database; touched: TouchedKeys } | undefined;

  async function move(from: { database: Database; name: string }): Promise<boolean> {
    if (await layOutSweeps(parts.name)) return false;
    const name = otherName(parts.name, from.name);
    const touched: TouchedKeys = new Map();
    moving = { source: from.database, touched };
    try {
      const moved = await moveNotebook(from.database, {
        name,
        now: clock(),
        touched,
        hold: parts.hold,
        takeOver: (database) => parts.takeOver(database, name),
        onGone: parts.onGone,
        pause: parts.pause,
        stayAwake: parts.stayAwake,
      });
      return moved && (await removeForGood(parts.name, [from.name], parts.pause)) === null;
    } finally {
      moving = undefined;
    }
  }

  return {
    heard(database, keys) {
      if (moving?.source === database) touchAll(moving.touched, keys);
    },

    async beforeErasing(person) {
      await noteScrub(local);
      const now = await parts.healthy();
      const meta = await now?.database.get('meta', 'notebook');
      if (meta) await eraseFromOtherCopies(files, meta.databaseId, person);
    },

    async afterErasing() {
      parts.scrubSoon();
      await parts.inTurn(async () => {
        const now = await parts.healthy();
        if (now) await rewriteCopies(now.database, files, clock());
      });
    },

    scrub: () =>
      parts.inTurn(async () => {
        const note = await pendingScrub(local);
        if (note === null) return 'none';
        const now = await parts.healthy();
        if (!now) return 'failed';
        // once more: a worker may have been stopped between the erasing and this
        const copied = await rewriteCopies(now.database, files, clock()).then(
          () => true,
          (error: unknown) => {
            console.error('Deckhand: writing the second copies anew', error);
            return false;
          },
        );
        if (!(await move(now)) || !copied) return 'failed';
        // someone who was erased while it moved may have left traces in the new one
        if ((await pendingScrub(local)) === note) await clearScrub(local);
        else parts.scrubSoon();
        parts.tidySoon();
        return 'done';
      }),

    tidyAgain: () =>
      parts.inTurn(async () => {
        if ((await sweepsOf(parts.name)).length === 0) return;
        await sweepTwice(parts.name, parts.pause);
        if ((await sweepsOf(parts.name)).length > 0) parts.tidySoon();
      }),

    scrubPending: async () => (await pendingScrub(local)) !== null,
  };
}
