import { snapshotLimits } from '../domain/snapshot-limits.ts';

/** Loads something, runs something or only costs room. */
const loading = /@(?:import|font-face|namespace|charset)\b[^;{]*(?:\{[^}]*\}|;|$)/gi;
const addresses = /(?:url|image-set|-webkit-image-set|src|element|paint)\((?:[^()"']|"[^"]*"|'[^']*')*\)/gi;
/** What is left of the same where brackets or quotes do not close. */
const unclosed = /[^;{}]*(?:url|image-set|cross-fade|image|src|element|paint)\s*\([^;{}]*/gi;
const running = /(?:expression|behavior|-moz-binding|javascript\s*:)[^;}]*/gi;

/** A style text in which nothing loads and nothing runs. Escapes could spell a forbidden word, so rules with any are gone. */
export function harmlessStyle(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')
    .replace(/[^{}]*\{[^{}]*\\[^{}]*\}/g, '')
    .replace(loading, '')
    .replace(addresses, 'none')
    .replace(unclosed, '')
    .replace(running, '')
    .replace(/\\/g, '')
    .replace(/<\/?style|<!--|-->/gi, '');
}

/** A sheet of another host may not be read: then the browser throws. */
function rulesOf(sheet: CSSStyleSheet): string[] {
  try {
    return [...sheet.cssRules].map((rule) => rule.cssText);
  } catch {
    return [];
  }
}

/**
 * The style rules of a page that can be read: sheets of its own host in a living document, `<style>` elements in a parsed one. Cut at a whole
 * rule.
 */
export function pageStyles(document: Document): { text: string; cut: boolean } {
  const sheets = document.styleSheets ? [...document.styleSheets].flatMap(rulesOf) : [];
  const rules =
    sheets.length > 0
      ? sheets
      : [...document.querySelectorAll('style')].map(({ textContent }) => textContent ?? '');
  let text = '';
  for (const rule of rules) {
    if (rule.length > snapshotLimits.styles) return { text, cut: true };
    const harmless = harmlessStyle(rule).trim();
    if (!harmless) continue;
    if (text.length + harmless.length + 1 > snapshotLimits.styles) return { text, cut: true };
    text += text ? `\n${harmless}` : harmless;
  }
  return { text, cut: false };
}
