const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  copy: '©',
};

function entity(found: string, body: string): string {
  if (body.startsWith('#')) {
    const point = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return Number.isFinite(point) && point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : found;
  }
  return Object.hasOwn(named, body) ? (named[body] ?? found) : found;
}

/**
 * The text of a reply that another program kept as HTML: blocks and breaks become lines, links keep their words. Never shown as HTML:
 * whatever looks like a tag afterwards is text.
 */
export function htmlText(html: string): string {
  if (!/<[a-z/!]|&[a-z#]/i.test(html)) return html;
  return html
    .replace(/<(script|style|head)\b[^>]*>.*?<\/\1\s*>/gis, '')
    .replace(/\r?\n/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/(p|div|h[1-6]|ul|ol|table|tr|blockquote)\s*>/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
