import { textLimits } from '../../domain/text-limits.ts';

/** Characters that show nothing or turn the direction of what follows: zero width, soft hyphen, bidi controls, byte order mark. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

const blocks =
  /^(?:address|article|aside|blockquote|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)$/i;

/**
 * Text as a person would copy it: line ends unified, control characters out, ends trimmed. Joiners and direction marks inside stay,
 * emoji and right-to-left names need them.
 * @returns undefined for anything but a string, and for text in which nothing can be seen
 */
export function cleanText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  // Most pages hold one wall of text at most; looking for something visible stops at the first character of ordinary text.
  return /[^\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/.test(text) ? text : undefined;
}

/** A name or label on one line: like {@link cleanText} with white space folded. */
export function cleanLine(value: unknown): string | undefined {
  return cleanText(value)?.replace(/\s+/g, ' ');
}

/** A handle as it stands in an address: no `@` in front, nothing invisible, no white space. */
export function cleanHandle(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > textLimits.short) return undefined;
  return value.replace(invisible, '').replace(/\s+/g, '').replace(/^@/, '') || undefined;
}

/** Whether two handles or ids are the same account: platforms ignore case. */
export function sameHandle(one: unknown, other: unknown): boolean {
  const a = cleanHandle(one);
  const b = cleanHandle(other);
  return a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** Sites draw emoji as pictures named by the character; codes such as Weibo's "[heart]" are names of pictures, not text. */
function emojiOf(image: Element): string {
  const name = image.getAttribute('alt') ?? '';
  return name.length <= 30 && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(name) ? name : '';
}

/**
 * The text of an element without layout: `br` and block elements break the line, a picture that stands for an emoji counts as that
 * emoji, other pictures, scripts and styles as nothing.
 */
export function textOf(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  const parts: string[] = [];
  let length = 0;
  const walk = (node: Node, depth: number): void => {
    if (depth > 200 || length > textLimits.long * 2) return;
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' ');
      length += text.length;
      parts.push(text);
      return;
    }
    if (node.nodeType !== 1) return;
    const inner = node as Element;
    const name = inner.localName;
    if (name === 'script' || name === 'style' || name === 'noscript' || name === 'template') return;
    if (name === 'br') parts.push('\n');
    else if (name === 'img') parts.push(emojiOf(inner));
    else {
      const block = blocks.test(name);
      if (block) parts.push('\n');
      for (const child of inner.childNodes) walk(child, depth + 1);
      if (block) parts.push('\n');
    }
  };
  for (const child of element.childNodes) walk(child, 0);
  return cleanText(
    parts
      .join('')
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/ {2,}/g, ' '),
  );
}

/** The text of an element on one line. */
export function lineOf(element: Element | null | undefined): string | undefined {
  return cleanLine(textOf(element));
}

/** `#tag` of a text, without the sign. Weibo writes `#topic#`: both forms. */
export function hashtagsIn(text: string | undefined): string[] {
  const found = new Set<string>();
  for (const match of (text ?? '')
    .slice(0, textLimits.long)
    .matchAll(/(?:^|[^\p{L}\p{N}_&])[#＃]([\p{L}\p{M}\p{N}_]{1,100})/gu)) {
    if (match[1] && !/^\d+$/.test(match[1])) found.add(match[1]);
  }
  return [...found];
}

/** `@handle` of a text, without the sign; an e-mail address is no mention. */
export function mentionsIn(text: string | undefined): string[] {
  const found = new Set<string>();
  for (const match of (text ?? '')
    .slice(0, textLimits.long)
    .matchAll(/(?:^|[^\p{L}\p{N}_.@])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,59})/gu)) {
    const name = match[1]?.replace(/[.-]+$/, '');
    if (name) found.add(name);
  }
  return [...found];
}
