import type { Page } from 'puppeteer-core';

/** A part of a page, CSS pixels in the window. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * How many red points a part of a page has: a red dot has more than ten. Its root is closed and the driver does not enter there: the picture of the
 * page is looked at.
 * @param inside an extension page, which takes the picture apart
 */
export async function redPoints(tab: Page, inside: Page, place: Place): Promise<number> {
  const picture = await tab.screenshot({ clip: place, encoding: 'base64' });
  return inside.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data: dots } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let red = 0;
    for (let at = 0; at < dots.length; at += 4)
      if ((dots[at] ?? 0) > 180 && (dots[at + 1] ?? 255) < 90 && (dots[at + 2] ?? 255) < 90) red++;
    return red;
  }, picture);
}

/** The line of an element from its begin to the right edge of the window; the page is scrolled to it. Dots stand where the line has room, else over it. */
export async function lineOf(tab: Page, selector: string): Promise<Place> {
  const line = await tab.evaluate((one) => {
    const element = document.querySelector(one);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element?.getBoundingClientRect();
    return (
      box && { x: box.x, y: box.y - 16, width: document.body.clientWidth - box.x, height: box.height + 16 }
    );
  }, selector);
  if (!line) throw new Error(`no ${selector}`);
  return line;
}

/** Whether a red dot stands in the line of an element. */
export const hasRedDot = async (tab: Page, inside: Page, selector: string): Promise<boolean> =>
  (await redPoints(tab, inside, await lineOf(tab, selector))) > 10;
