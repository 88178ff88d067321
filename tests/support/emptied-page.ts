import { parsePage } from './parse-page.ts';
import type { SiteFixture } from './site-fixtures.ts';

/** The positions of the brackets that are open at a place of a script; what stands in strings is no bracket. */
function openAt(text: string, place: number): number[] {
  const open: number[] = [];
  let quote = '';
  for (let at = 0; at < place; at += 1) {
    const sign = text[at] ?? '';
    if (quote) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (/[[{(]/.test(sign)) open.push(at);
    else if (/[\]})]/.test(sign)) open.pop();
  }
  return open;
}

function closeOf(text: string, start: number): number {
  const depth = openAt(text, start).length;
  for (let at = start + 1; at < text.length; at += 1) {
    if (/[\]}]/.test(text[at] ?? '') && openAt(text, at).length === depth + 1) return at;
  }
  return text.length - 1;
}

/** A script's text without the lists of objects in which one of some words stands; a word outside of such a list goes alone. */
function withoutLists(script: string, words: string[]): string {
  let text = script;
  for (let round = 0; round < 100; round += 1) {
    const place = words.map((word) => text.indexOf(word)).find((at) => at >= 0);
    if (place === undefined) return text;
    const list = openAt(text, place).findLast((at) => /^\[\s*\{/.test(text.slice(at, at + 40)));
    const word = words.find((each) => text.startsWith(each, place)) ?? '';
    text =
      list === undefined
        ? text.slice(0, place) + text.slice(place + word.length)
        : `${text.slice(0, list)}[]${text.slice(closeOf(text, list) + 1)}`;
  }
  return text;
}

/**
 * A list's page on which nothing is listed: the rows are taken out of the screen and out of the page's data, all else stays.
 * @returns undefined where the fixture lists nothing
 */
export function emptiedPage({ html, expected }: SiteFixture): Document | undefined {
  const { products = [], comments = [] } = expected;
  const words = [...products, ...comments]
    .flatMap(({ id, title, text }) => [id, title, text])
    .flatMap((word) => (typeof word === 'string' ? (word.split('\n')[0] ?? '') : []))
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const document = parsePage(html);
  for (const script of document.querySelectorAll('script'))
    script.textContent = withoutLists(script.textContent ?? '', words);
  const speaks = (element: Element, word: string) =>
    [...element.attributes].some(({ value }) => value.includes(word)) ||
    [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').includes(word));
  for (const word of words) {
    for (const element of [...document.body.querySelectorAll('*')]) {
      if (element.localName === 'script' || !element.isConnected || !speaks(element, word)) continue;
      let row = element;
      for (let up = row.parentElement; up && up !== document.body; up = up.parentElement) {
        if (up.querySelector('h1, header, nav') || /^(?:main|ul|ol|table|tbody)$/.test(up.localName)) break;
        row = up;
      }
      row.remove();
    }
  }
  return document;
}
