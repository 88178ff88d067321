import { browser } from '#imports';
import { markNames } from '../../domain/keyword-kinds.ts';

/**
 * What marked words look like, on light pages and dark ones: a tint through which the text is read, stronger with its severity, and a line
 * of its own shape, so that it is told by more than its colour. (Firefox draws no line here yet: to be looked at again in 2027.)
 */
const css = `
::highlight(${markNames.low}) { background-color: rgb(255 193 7 / 22%); text-decoration: underline dotted 1px #b26a00; }
::highlight(${markNames.medium}) { background-color: rgb(255 160 0 / 42%); text-decoration: underline solid 1px #b26a00; }
::highlight(${markNames.high}) { background-color: rgb(229 57 53 / 42%); text-decoration: underline double 1px #d32f2f; }
`;

/**
 * Puts the looks of marked words into a tab, as a user's style sheet, which holds in shadow roots too, and as an author's, without which
 * Chromium paints the line but not the tint (156, to be looked at again in 2027). Neither stands in the page's own list of style sheets.
 */
export async function putMarkStyles(tabId: number): Promise<void> {
  try {
    const target = { tabId };
    for (const origin of ['AUTHOR', 'USER'] as const) {
      // once, however often the page asks
      await browser.scripting.removeCSS({ target, css, origin });
      await browser.scripting.insertCSS({ target, css, origin });
    }
  } catch (error) {
    // words are counted without
    console.error('Deckhand: the looks of marked words', error);
  }
}
