import { cleanText } from './text.ts';

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/**
 * The text of an element that shows its own line breaks (`white-space: pre-wrap`), as social sites do with what people wrote: breaks are kept,
 * and boxes around mentions break no line. Pictures that stand for an emoji count as that emoji.
 * @param linkText what a link says instead of what it shows; undefined: what it shows
 */
export function writtenText(
  element: Element | null | undefined,
  linkText: (link: Element, shown: string) => string | undefined = () => undefined,
): string | undefined {
  if (!element) return undefined;
  return cleanText(
    partsOf(element, linkText, 0)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/[ \t]{2,}/g, ' '),
  );
}

function partsOf(
  element: Element,
  linkText: (link: Element, shown: string) => string | undefined,
  depth: number,
): string {
  if (depth > 60) return '';
  let text = '';
  for (const node of element.childNodes) {
    if (text.length > 200_000) break;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    if (node.nodeType !== 1) continue;
    const inner = node as Element;
    const name = inner.localName;
    if (name === 'script' || name === 'style' || name === 'template') continue;
    if (name === 'br') text += '\n';
    else if (name === 'img') {
      const alt = inner.getAttribute('alt') ?? '';
      if (alt.length <= 30 && emoji.test(alt)) text += alt;
    } else {
      const shown = partsOf(inner, linkText, depth + 1);
      text += name === 'a' ? (linkText(inner, shown) ?? shown) : shown;
    }
  }
  return text;
}
