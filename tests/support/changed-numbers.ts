const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How a page may write a count: as data, with the separators of some languages, as it was read. */
function formsOf(count: number, raw: string | undefined): string[] {
  const grouped = (sign: string) => String(count).replace(/\B(?=(?:\d{3})+$)/g, sign);
  const short = raw?.match(/\d(?:[\d.,'\u00a0\u202f ]*\d)?(?:\s?(?:k|m|b|w|万|萬|тыс\.?|mil)\+?)?/giu) ?? [];
  const forms = [
    raw ?? '',
    ...short,
    String(count),
    ...[',', '.', ' ', '\u00a0', '\u202f', '&nbsp;'].map(grouped),
  ];
  return [...new Set(forms)].filter(Boolean).sort((one, other) => other.length - one.length);
}

/**
 * A page (or state as JSON) with another count in place of one, wherever that stands alone.
 * @param raw how the page writes it, where the reading says so
 * @param to `0`, or `nothing`: `null` in data, no text on the screen
 */
export function withCount(html: string, count: number, raw: string | undefined, to: '0' | 'nothing'): string {
  return formsOf(count, raw).reduce((text, form) => {
    const alone = new RegExp(`(?<![\\d\\p{L}_-]|\\d[.,])${quoted(form)}(?!\\d|[.,]\\d|[\\p{L}_])`, 'gu');
    return text.replace(alone, (found, at: number, all: string) => {
      const isData =
        /:\s*$/.test(all.slice(Math.max(0, at - 8), at)) && /^\s*[,}\]]/.test(all.slice(at + found.length));
      return to === '0' ? '0' : isData ? 'null' : '';
    });
  }, html);
}
