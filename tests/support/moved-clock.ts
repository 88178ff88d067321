import type { Worker } from '@playwright/test';

/** Sets the clock of the extension's worker. A worker that starts anew has the right time again. @param by milliseconds */
export async function moveClock(worker: Worker, by: number): Promise<void> {
  await worker.evaluate((difference) => {
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
