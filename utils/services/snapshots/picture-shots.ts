import type { MissingReason } from '../../domain/change-kind.ts';

/**
 * From the start of one picture of the screen to the start of the next, milliseconds: Chromium allows two a second, and with 510 between two
 * starts one run in three still met the limit.
 */
const pace = 550;
/** Waits after the browser said "too many", milliseconds. */
const afterTooMany = [600, 1_200, 2_400];

export interface ShotClock {
  /** milliseconds */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** What stood in the way of a picture. */
export class NoPicture extends Error {
  readonly reason: MissingReason;
  constructor(reason: MissingReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What the browser's words mean; there is no code to tell by. */
export function refusalOf(error: unknown): MissingReason {
  if (error instanceof NoPicture) return error.reason;
  const words = String(error);
  if (/MAX_CAPTURE_VISIBLE_TAB_CALLS|quota/i.test(words)) return 'quota';
  if (/activeTab|<all_urls>|permission|cannot access contents|not allowed/i.test(words))
    return 'no-permission';
  if (
    /no tab with id|invalid tab|no window|tab was closed|image readback failed|view is invisible/i.test(words)
  )
    return 'tab-hidden';
  return 'failed';
}

/** Takes pictures of the screen no faster than the browser allows, whoever wants them: the limit is the extension's, not the tab's. */
export function makePacedShots(clock: ShotClock) {
  let last = Number.NEGATIVE_INFINITY;

  async function turn(): Promise<void> {
    const wait = last + pace - clock.now();
    if (wait > 0) await clock.sleep(wait);
    last = clock.now();
  }

  return async function shoot<T>(capture: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let tries = 0; ; tries++) {
      await turn();
      if (signal.aborted) throw new NoPicture('cancelled', 'cancelled while waiting for its turn');
      try {
        return await capture();
      } catch (error) {
        const wait = afterTooMany[tries];
        if (refusalOf(error) !== 'quota' || wait === undefined) throw error;
        await clock.sleep(wait);
      }
    }
  };
}
