import { type Answer, answerEvent, type Order, orderEvent } from './orders.ts';

/** What both drivers' pages can do. */
export interface Driven {
  evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Input>(work: (input: Input) => Result | Promise<Result>, input: Input): Promise<Result>;
  keyboard: { type(text: string): Promise<void>; press(key: never): Promise<void> };
  mouse: { click(x: number, y: number): Promise<void> };
}

/** Presses a key, with others held down: `Control+z`. Both drivers name the keys alike, one of them knows no combinations. */
export async function press(page: Driven, keys: string): Promise<void> {
  const keyboard = page.keyboard as unknown as Record<
    'down' | 'up' | 'press',
    (key: string) => Promise<void>
  >;
  const held = keys.split('+');
  const last = held.pop() ?? '';
  for (const key of held) await keyboard.down(key);
  await keyboard.press(last);
  for (const key of held.reverse()) await keyboard.up(key);
}

/** Gives the extension's script an order and waits for what it says. */
export async function order<Told extends Answer>(page: Driven, wanted: Order): Promise<Told> {
  const told = await page.evaluate(
    ([ask = '', say = '', detail = '']) =>
      new Promise<string>((resolve) => {
        document.addEventListener(say, (event) => resolve(String((event as CustomEvent).detail)), {
          once: true,
        });
        document.dispatchEvent(new CustomEvent(ask, { detail }));
      }),
    [orderEvent, answerEvent, JSON.stringify(wanted)],
  );
  const answer = JSON.parse(told) as Told | { error: string; stack: string };
  if ('error' in answer) throw new Error(`${answer.error}\n${answer.stack}`);
  return answer;
}

/** Waits until the extension's script is in the page: it comes when the page is loaded, and then is a little late. */
export async function whenScripted(page: Driven): Promise<void> {
  await page.evaluate(
    ([ask = '', say = '', detail = '']) =>
      new Promise<void>((resolve) => {
        const timer = setInterval(() => document.dispatchEvent(new CustomEvent(ask, { detail })), 20);
        const heard = () => {
          clearInterval(timer);
          resolve();
        };
        document.addEventListener(say, heard, { once: true });
      }),
    [orderEvent, answerEvent, JSON.stringify({ order: 'remember' } satisfies Order)],
  );
}

/** The model's text. A space at the end of a line is kept as one that does not break by several editors: a space all the same. */
export async function textOf(page: Driven): Promise<string> {
  return (await page.evaluate(() => window.underTest.text())).replaceAll('\u00a0', ' ');
}

/** Asks the model until it says what is wanted: keys take their way through the browser. @returns what it said last */
export async function modelWhen(page: Driven, fits: (text: string) => boolean, tries = 40): Promise<string> {
  for (let time = 0; ; time++) {
    const text = await textOf(page);
    if (fits(text) || time >= tries) return text;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Some editors draw, and listen, from the next frame on: a person's next key comes later than that. */
export function whenDrawn(page: Driven): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** A new editor with the caret in it, put there by a click. */
export async function freshEditor(page: Driven): Promise<void> {
  await page.evaluate(() => window.underTest.mount());
  await whenDrawn(page);
  const { x, y } = await page.evaluate(() => window.underTest.point());
  await page.mouse.click(x, y);
}
