/** A part of the day by the clock on the person's wall, `HH:MM`; may go over midnight. The same time twice is no part at all. */
export interface QuietHours {
  from: string;
  until: string;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether the wall clock of this machine's time zone stands in the quiet hours. Their last minute is the one before `until`. */
export function isQuiet(now: Date, hours: QuietHours | null): boolean {
  if (!hours) return false;
  const clock = now.getHours() * 60 + now.getMinutes();
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)];
  return from <= until ? clock >= from && clock < until : clock >= from || clock < until;
}

const minute = 60_000;

/**
 * When it is not quiet any more: now where it is not quiet, else the first full minute that is not. Goes from minute to minute, so that a
 * clock which is put forward or back in between needs no rule of its own.
 */
export function quietUntil(now: Date, hours: QuietHours | null): Date {
  if (!isQuiet(now, hours)) return now;
  const at = new Date(Math.floor(now.getTime() / minute) * minute);
  do at.setTime(at.getTime() + minute);
  while (isQuiet(at, hours));
  return at;
}
