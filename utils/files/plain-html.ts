/*
 * Texts of pages inside HTML of ours. A page may say anything: marks of HTML, control signs, signs that turn the direction of everything
 * that follows. What comes out is text and nothing else.
 */

/** Control signs that no text needs, halves of signs, and those that embed or override a direction (U+202A–202E, U+2066–2069). */
const unwanted = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text without signs that act on what is around them. Line breaks and tabs stay. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(unwanted, '');
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the content of an element or a quoted attribute. */
export function htmlText(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}

/** Style rules for a `<style>` element: nothing in them can end it, and nothing loads (which the policy of the page forbids as well). */
export function htmlStyles(styles: string): string {
  return withoutControls(styles)
    .replace(/@import\b[^;]*;?/gi, '')
    .replace(/(?:url|image-set|src)\s*\(/gi, 'none(')
    .replaceAll('<', '\\3c ');
}
