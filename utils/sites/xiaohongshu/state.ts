import type { Field } from '../../domain/page-reading.ts';
import type { Facts } from '../shared/facts.ts';
import { metaText, titleOf } from '../shared/page.ts';
import { at, type Data, isData, jsonAt } from '../shared/state.ts';

/** The site's numbers are Chinese ("1.2万", "1千+") also in the interface of rednote.com. */
export const numbers = 'zh-CN';

/** Larger than any page of the site. */
const longest = 12_000_000;

/** Strings, which stay, and what JavaScript can write that JSON cannot. */
const notJson = /"[^"\\]*(?:\\.[^"\\]*)*"|\bundefined\b|\bnew (?:Set|Map)\(\s*\)|\bnew (?:Set|Map)\(|\)/g;

function asJson(part: string): string {
  if (part.startsWith('"')) return part;
  if (part === 'undefined') return 'null';
  // `new Set(["a"])` is a list; nothing else outside of strings has brackets like these.
  return part.endsWith(')') && part !== ')' ? '[]' : '';
}

/**
 * `window.__INITIAL_STATE__` of the first answer. It is JavaScript with bare `undefined` and `new Set([])` among JSON; strings, in
 * which the same may stand, stay as they are.
 */
export function stateOf(document: Document): Data | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const mark = /__INITIAL_STATE__\s*=\s*(?=\{)/.exec(text);
    if (!mark || text.length > longest) continue;
    const source = text.slice(mark.index + mark[0].length);
    const plain = /undefined|new (?:Set|Map)\(/.test(source) ? source.replace(notJson, asJson) : source;
    const state = jsonAt(plain, 0);
    if (isData(state)) return state;
  }
  return undefined;
}

/** What a Vue reference holds; plain data stays as it is. Only live objects are references, the page's text never is. */
export function unwrapped(value: unknown): unknown {
  if (!isData(value)) return value;
  return at(value, '_rawValue') ?? at(value, '_value') ?? value;
}

/** A count of the site: a string with a unit, or a number. An empty string is a like that nobody gave yet or that is not told. */
export function tally(facts: Facts, field: string, value: unknown): Field<number> | undefined {
  return facts.count(field, value, 'state', numbers);
}

/** Login walls, "cannot be viewed" and verification pages instead of a note or a profile. */
export function isRefused(document: Document): boolean {
  const title = titleOf(document) ?? '';
  if (/^(?:Security Verification|安全验证|安全驗證)/i.test(title)) return true;
  if (document.querySelector('#noteContainer, .user-info .user-name')) return false;
  if (/你访问的页面不见了|页面不存在/.test(title)) return true;
  const wall = document.querySelector(
    '.access-wrapper, .error-wrapper, .not-found-wrapper, .blocked-wrapper, .not-found-container, .access-limit-container',
  );
  return wall !== null;
}

/** Whether the page says of itself that it is about this id; undefined where it says nothing. */
export function statesId(document: Document, id: string): boolean | undefined {
  const stated =
    metaText(document, 'og:url') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!stated || !/[0-9a-f]{24}/i.test(stated)) return undefined;
  return stated.toLowerCase().includes(id);
}
