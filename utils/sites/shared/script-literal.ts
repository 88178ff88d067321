/**
 * Single fields of JavaScript object literals that are no JSON: `product: { skuid: 100, name: 'x', href: "//y" }` with bare names, single
 * quotes and expressions beside. Only strings and numbers are taken; nothing is run.
 */

/** The text of an inline script from a marker on, for the first script that has it; at most `most` characters. */
export function scriptFrom(document: Document, marker: RegExp, most = 300_000): string | undefined {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const found = marker.exec(text);
    if (found) return text.slice(found.index, found.index + most);
  }
  return undefined;
}

function plainText(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi, (_, unit, byte, other) => {
    const code = unit ?? byte;
    return code === undefined
      ? other === 'n'
        ? '\n'
        : other
      : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/**
 * The first value of a name in a literal's text, as a string; undefined where it is something else than a string or number.
 * @param name an identifier
 */
export function literalField(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  const found = new RegExp(
    `(?:^|[{,\\s])["']?${name}["']?\\s*:\\s*(?:'((?:[^'\\\\\\n]|\\\\.){0,4000})'|"((?:[^"\\\\\\n]|\\\\.){0,4000})"|(\\d{1,20}(?:\\.\\d{1,8})?)(?=[\\s,}]))`,
  ).exec(text);
  if (!found) return undefined;
  const value = found[1] ?? found[2];
  return value === undefined ? found[3] : plainText(value);
}
