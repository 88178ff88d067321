/**
 * Data that a site leaves in its script elements, read as text: JSON in `script[type="application/json"]`, assignments such as
 * `var ytInitialData = {…};`, calls such as `loaded('/x/', {…})`. Nothing is ever run.
 */

export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys and indexes; undefined where the page's data has another shape. Own properties only. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

/** A string, or a number or big integer written as one; for ids that sites write either way. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The JSON value that begins at `start` (`{` or `[`), found by counting brackets outside strings.
 * @returns undefined when the brackets do not close or what is between them is no JSON
 */
export function jsonAt(text: string, start: number): unknown {
  const open = text[start];
  if (open !== '{' && open !== '[') return undefined;
  // An assignment usually is the whole script: the last bracket ends it, and the engine's parser is faster than counting.
  const whole = parse(text.slice(start, text.lastIndexOf(open === '{' ? '}' : ']') + 1));
  if (whole !== undefined) return whole;
  const mark = /["{}[\]]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    if (match[0] === '"') {
      const end = endOfString(text, match.index);
      if (end < 0) return undefined;
      mark.lastIndex = end + 1;
    } else if (match[0] === '{' || match[0] === '[') depth++;
    else if (--depth === 0) return parse(text.slice(start, match.index + 1));
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  const quote = text[start] ?? '"';
  for (let end = text.indexOf(quote, start + 1); end >= 0; end = text.indexOf(quote, end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}

/** Takes back JavaScript's escapes in a string literal's inside; the mobile YouTube page wraps its JSON in such a string. */
function unescapeScript(text: string): string {
  const plain: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|([\s\S]))/gi,
    (_, x, u, point, other) => {
      const code = x ?? u ?? point;
      if (code === undefined) return plain[other] ?? other;
      const value = Number.parseInt(code, 16);
      return value <= 0x10ffff ? String.fromCodePoint(value) : '';
    },
  );
}

function inlineScripts(document: Document): string[] {
  const texts: string[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent;
    if (text) texts.push(text);
  }
  return texts;
}

/**
 * The value assigned to a global: `var name = {…}`, `window.name = […]`, `window["name"] = '\x7b…'`, `JSON.parse('…')`.
 * @param name an identifier
 */
export function assigned(document: Document, name: string): unknown {
  const sign = new RegExp(
    `(?:\\b${name}|\\[["']${name}["']\\])\\s*=\\s*(?:JSON\\.parse\\(\\s*)?(?=[{["'])`,
    'g',
  );
  for (const text of inlineScripts(document)) {
    if (!text.includes(name)) continue;
    sign.lastIndex = 0;
    for (let match = sign.exec(text); match; match = sign.exec(text)) {
      const start = match.index + match[0].length;
      const value = /["']/.test(text[start] ?? '') ? quoted(text, start) : jsonAt(text, start);
      if (typeof value === 'object' && value !== null) return value;
    }
  }
  return undefined;
}

function quoted(text: string, start: number): unknown {
  const end = endOfString(text, start);
  return end < 0 ? undefined : parse(unescapeScript(text.slice(start + 1, end)));
}

/**
 * The JSON objects of all inline scripts that contain every one of some strings: whole `application/json` scripts, and the first object
 * handed over or assigned in others. The strings keep the page's large unrelated scripts from being parsed.
 */
export function dataWith(document: Document, ...words: string[]): unknown[] {
  const found: unknown[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent;
    if (!text || words.some((word) => !text.includes(word))) continue;
    const type = (script.getAttribute('type') ?? '').toLowerCase();
    if (type.includes('ld+json')) continue;
    if (type.includes('json')) {
      const value = parse(text);
      if (value !== undefined) found.push(value);
      continue;
    }
    for (const match of text.matchAll(/(?:=|[(,])\s*(?=\{"|\[\{)/g)) {
      const value = jsonAt(text, match.index + match[0].length);
      if (value === undefined) continue;
      found.push(value);
      break;
    }
  }
  return found;
}

/**
 * Every object inside a value for which `wanted` is true, in the order of the page. Looks at 300,000 values at most, 100 levels deep: page
 * data is hostile, and real data is smaller.
 */
export function objectsIn(value: unknown, wanted: (object: Data) => boolean, most = 500): Data[] {
  const found: Data[] = [];
  let left = 300_000;
  const walk = (here: unknown, depth: number): void => {
    if (typeof here !== 'object' || here === null || depth > 100 || --left < 0 || found.length >= most)
      return;
    if (Array.isArray(here)) {
      for (const item of here) walk(item, depth + 1);
      return;
    }
    if (wanted(here as Data)) found.push(here as Data);
    for (const item of Object.values(here)) walk(item, depth + 1);
  };
  walk(value, 0);
  return found;
}
