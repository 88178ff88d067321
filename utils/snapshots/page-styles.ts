import { snapshotLimits } from '../domain/snapshot-limits.ts';
import type { InSteps } from './walk-page.ts';

/** Values that load or draw what stands elsewhere. */
const calls = /(?:url|image-set|cross-fade|image|src|element|paint)\s*\(/gi;
const lonely = /^\s*@(?:import|namespace|charset)\b/i;
const running = /(?:expression|behavior|-moz-binding|javascript\s*:)[^;]*/gi;

/** Where the bracket that is open before `start` closes, quotes observed; -1 where it never does. */
function closingBracket(text: string, start: number): number {
  let quote = '';
  for (let at = start, depth = 1; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at;
  }
  return -1;
}

/** Read once from front to back: what is not closed ends the text. */
function withoutCalls(text: string): string {
  let out = '';
  let from = 0;
  calls.lastIndex = 0;
  for (let found = calls.exec(text); found; found = calls.exec(text)) {
    out += text.slice(from, found.index);
    const end = closingBracket(text, calls.lastIndex);
    if (end < 0) return out;
    out += 'none';
    from = end + 1;
    calls.lastIndex = from;
  }
  return out + text.slice(from);
}

/** A rule up to its closing bracket. @returns what may stay of it, and whether that bracket does */
function harmlessRule(rule: string): { text: string; closes: boolean } {
  const kept: string[] = [];
  for (const part of rule.split(';')) {
    const font = part.search(/@font-face\b/i);
    if (font >= 0) return { text: [...kept, part.slice(0, font)].join(';'), closes: false };
    if (!lonely.test(part)) kept.push(part);
  }
  const text = kept.join(';').replace(running, '');
  // an escape could spell a forbidden word: such a rule goes, what is around it stays
  if (!text.includes('\\')) return { text, closes: true };
  const brace = text.lastIndexOf('{');
  const start = Math.max(text.lastIndexOf('{', brace - 1), text.lastIndexOf(';', brace)) + 1;
  return { text: brace < 0 ? '' : text.slice(0, start), closes: false };
}

/** A style text in which nothing loads and nothing runs. */
export function harmlessStyle(text: string): string {
  const rules = withoutCalls(text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')).split('}');
  const last = rules.length - 1;
  return rules
    .map((rule, index) => {
      const { text: kept, closes } = harmlessRule(rule);
      return closes && index < last ? `${kept}}` : kept;
    })
    .join('')
    .replace(/\\|<\/?style|<!--|-->/gi, '');
}

/** A sheet of another host may not be read: then the browser throws. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** Rules between which the thread may be handed back; writing out and cleaning one takes some microseconds. */
const rulesAtOnce = 50;

/**
 * The style rules of a page that can be read: sheets of its own host in a living document, `<style>` elements in a parsed one. Cut at a whole
 * rule.
 */
export function* pageStyles(document: Document): InSteps<{ text: string; cut: boolean }> {
  const sheets = document.styleSheets ? [...document.styleSheets].flatMap(rulesOf) : [];
  const rules =
    sheets.length > 0
      ? sheets
      : [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? '');
  let text = '';
  let count = 0;
  for (const given of rules) {
    if (++count % rulesAtOnce === 0) yield;
    const rule = typeof given === 'string' ? given : given.cssText;
    if (rule.length > snapshotLimits.styles) return { text, cut: true };
    const harmless = harmlessStyle(rule).trim();
    if (!harmless) continue;
    if (text.length + harmless.length + 1 > snapshotLimits.styles) return { text, cut: true };
    text += text ? `\n${harmless}` : harmless;
  }
  return { text, cut: false };
}
