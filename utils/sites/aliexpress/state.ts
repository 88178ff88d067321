import { assigned, asText, at, isData, jsonAt } from '../shared/state.ts';

/**
 * The object that a script assigns under a name that no other holds: `window.runParams = { data: {…} }`. The outer braces are
 * JavaScript, the inner ones JSON.
 */
export function dataUnder(document: Document, name: string): unknown {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const start = text.indexOf(name);
    if (start < 0) continue;
    let tries = 20;
    for (let from = start; from >= 0 && tries > 0; from = text.indexOf(name, from + 1)) {
      const match = /["']?\bdata["']?\s*:\s*(?=\{)/.exec(text.slice(from, from + 300));
      if (!match) continue;
      tries--;
      const value = jsonAt(text, from + match.index + match[0].length);
      if (isData(value)) return value;
    }
  }
  return at(assigned(document, name), 'data');
}

/** `aliexpress.us` shows a product under its number plus 2⁵¹. */
const usOffset = 2n ** 51n;

/** Whether two numbers are of one product; the page's data carry the main site's on the American one. */
export function sameItem(one: unknown, other: string): boolean {
  const text = asText(one);
  if (text === undefined || !/^\d{1,20}$/.test(text)) return false;
  const [a, b] = [BigInt(text), BigInt(other)];
  return a === b || a + usOffset === b || b + usOffset === a;
}
