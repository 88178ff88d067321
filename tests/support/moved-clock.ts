import type { Page, Worker } from '@playwright/test';

/** Sets the clock of the extension's worker, or of one of its pages. A worker that starts anew has the right time again. @param by milliseconds */
export async function moveClock(inside: Worker | Page, by: number): Promise<void> {
  // both have `evaluate`; a union of the two is not callable
  await (inside as Worker).evaluate((difference) => {
    const own = globalThis as { rightDate?: DateConstructor };
    own.rightDate ??= Date;
    const right = own.rightDate;
    const now = () => right.now() + difference;
    globalThis.Date = new Proxy(right, {
      construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now()]),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, by);
}
