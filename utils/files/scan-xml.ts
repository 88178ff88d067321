/** What a scan tells: names without their prefix, as every program may choose its own. */
export interface XmlListener {
  open?: (name: string, attribute: (name: string) => string | undefined) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named entities of XML and character numbers; there are no others without a document type. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** The end of a tag whose text begins at `from`, -1 where it is not there yet: a `>` may also stand inside a quoted value. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

/** The longest single text or tag: a cell is far below it, and an endless one must not fill the memory. */
const longest = 8_000_000;

/** A document type could define entities that grow without end. No spreadsheet writes one. */
export class XmlFault extends Error {}

/**
 * A scanner for well-formed XML that is fed piece by piece. It checks no more than it needs: elements, their attributes, text. A
 * document type is refused.
 */
export function xmlScanner(listener: XmlListener): { feed: (piece: string) => void; end: () => void } {
  let rest = '';
  let depth = 0;
  let last = false;

  function tag(inside: string): void {
    if (inside.startsWith('/')) {
      depth -= 1;
      listener.close?.(local(inside.slice(1).trimEnd()));
      return;
    }
    const empty = inside.endsWith('/');
    const name = /^[^\s/]+/.exec(inside)?.[0] ?? '';
    const attribute = (wanted: string) => {
      for (const [, key = '', double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
        if (key === wanted || local(key) === wanted) return unescapeXml(double ?? single ?? '');
      return undefined;
    };
    listener.open?.(local(name), attribute);
    if (empty) listener.close?.(local(name));
    else depth += 1;
  }

  /** @returns where the next look begins; everything before it is done with */
  function step(text: string, at: number): number {
    const start = text.indexOf('<', at);
    if (start < 0) {
      // the end of a text may be the beginning of an entity
      const entity = last ? -1 : text.lastIndexOf('&');
      const cut = entity >= at && entity > text.length - 12 ? entity : text.length;
      if (cut > at) listener.text?.(unescapeXml(text.slice(at, cut)));
      return cut;
    }
    if (start > at) listener.text?.(unescapeXml(text.slice(at, start)));
    const skip = (opening: string, closing: string, keep: boolean): number => {
      const end = text.indexOf(closing, start + opening.length);
      if (end < 0) return start;
      if (keep) listener.text?.(text.slice(start + opening.length, end));
      return end + closing.length;
    };
    // too little to know what it is
    if (!last && text.length - start < 9) return start;
    if (text.startsWith('<!--', start)) return skip('<!--', '-->', false);
    if (text.startsWith('<![CDATA[', start)) return skip('<![CDATA[', ']]>', true);
    if (text.startsWith('<?', start)) return skip('<?', '?>', false);
    if (text.startsWith('<!', start)) throw new XmlFault('a document type');
    const end = tagEnd(text, start + 1);
    if (end < 0) return start;
    tag(text.slice(start + 1, end));
    return end + 1;
  }

  function work(): void {
    let at = 0;
    // nothing that is whole is left where a step does not move
    while (at < rest.length) {
      const next = step(rest, at);
      if (next === at) break;
      at = next;
    }
    // text before an unfinished tag was told: what is left begins with the tag
    rest = rest.slice(at);
    if (rest.length > longest) throw new XmlFault('an endless text');
  }

  return {
    feed(piece) {
      rest += piece;
      work();
    },
    end() {
      last = true;
      work();
      if (rest.trim() !== '' || depth !== 0) throw new XmlFault('cut off');
    },
  };
}
