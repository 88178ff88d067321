import { recordsCounter } from '../storage/counters.ts';
import type { Notebook } from '../storage/notebook.ts';

/** Quiet after the last erasing before a scrub begins, milliseconds: one scrub for several people. */
const quiet = 3_000;
/** Up to this many records a scrub takes a second or two and nobody notices; above it the alarm does it. */
const few = 5_000;

/** @returns to be called after each erasing: scrubs a small notebook as soon as it is quiet */
export function scrubWhenQuiet(notebook: Notebook, wait = quiet): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function scrub(): Promise<void> {
    const database = await notebook.database();
    if (!database.ok) return;
    const records = await database.value.get('counters', recordsCounter);
    if ((records?.value ?? 0) < few) await notebook.scrub();
  }
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      scrub().catch((error: unknown) => console.error('Deckhand: scrubbing', error));
    }, wait);
  };
}
