import { decodeEntities } from '../shared/entities.ts';

/** Takes back the escapes of a script's string, then the entities that the site escapes once more. */
export function plain(literal: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return decodeEntities(
    literal.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (_, x, u, other) =>
      x || u ? String.fromCharCode(Number.parseInt(x ?? u, 16)) : (named[other] ?? other),
    ),
  ).trim();
}

/** A string literal; it cannot hold a bare line end. */
const literal = `'((?:[^'\\\\\\n]|\\\\[\\s\\S])*)'|"((?:[^"\\\\\\n]|\\\\[\\s\\S])*)"`;
const token = new RegExp(`${literal}|([{}[\\]])|([A-Za-z_]\\w*)\\s*:`, 'g');

/**
 * The texts on the first level of the object assigned to `cgiDataNew`, which is written as script, not as JSON: `title: JsDecode('…')`,
 * `ori_create_time: '1700000000' * 1`. Nothing is run.
 */
function fromObject(script: string, start: number): Map<string, string> {
  const found = new Map<string, string>();
  let depth = 0;
  let key: string | undefined;
  token.lastIndex = start;
  for (let match = token.exec(script); match; match = token.exec(script)) {
    const [, single, double, bracket, name] = match;
    if (bracket) {
      depth += bracket === '{' || bracket === '[' ? 1 : -1;
      key = undefined;
      if (depth === 0) break;
    } else if (name !== undefined) {
      if (depth === 1) key = name;
    } else if (!/[\s),:.*|+}\]]/.test(script[token.lastIndex] ?? ' ')) {
      // No script goes on like that behind a string: the quotes do not pair, so nothing that follows can be trusted.
      return new Map();
    } else if (depth === 1 && key) {
      const value = plain(single ?? double ?? '');
      if (value && !found.has(key)) found.set(key, value);
      key = undefined;
    }
  }
  return found;
}

/** `var nickname = htmlDecode("…")`, `var biz = "" || "…"`, `d.nick_name = (xml ? … : '…')`: the older pages' plain variables. */
const variables: Record<string, string[]> = {
  nick_name: ['nickname'],
  user_name: ['user_name'],
  bizuin: ['biz', 'appuin'],
  title: ['msg_title'],
  cdn_url: ['msg_cdn_url'],
  round_head_img: ['round_head_img', 'ori_head_img_url', 'headimg'],
  ori_create_time: ['ct', 'oriCreateTime'],
  link: ['msg_link'],
  item_show_type: ['item_show_type'],
};

function fromVariables(script: string, found: Map<string, string>): void {
  for (const [key, names] of Object.entries(variables)) {
    if (found.has(key)) continue;
    for (const name of names) {
      const sign = new RegExp(
        `\\b(?:var |d\\.|window\\.)${name}\\s*=\\s*\\(?(?:xml \\? getXmlValue\\('[\\w.]*'\\)(?: \\* 1)? : )?(?:\\w+\\()?(?:${literal})((?:\\s*\\|\\|\\s*(?:'[^'\\n]*'|"[^"\\n]*")){0,3})`,
      );
      const match = sign.exec(script);
      const others = [...(match?.[3] ?? '').matchAll(/'([^']*)'|"([^"]*)"/g)].map(
        (each) => each[1] ?? each[2],
      );
      const text = [match?.[1] ?? match?.[2], ...others].map((each) => plain(each ?? '')).find(Boolean);
      if (text) {
        found.set(key, text);
        break;
      }
    }
  }
}

/** What the page's scripts say of the article and its account, under the names of the newer form. */
export function scriptFacts(document: Document): Map<string, string> {
  let found = new Map<string, string>();
  const older: string[] = [];
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const assigned = /\bcgiDataNew\s*=\s*(?=\{)/.exec(text);
    if (assigned && found.size === 0) found = fromObject(text, assigned.index + assigned[0].length);
    else if (text.length < 400_000 && /\bvar (?:msg_title|nickname|ct|oriCreateTime) ?=/.test(text))
      older.push(text);
  }
  for (const text of older) fromVariables(text, found);
  return found;
}
