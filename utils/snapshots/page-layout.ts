import type { LayoutNode, PageLayout } from '../domain/snapshot.ts';
import { snapshotLimits } from '../domain/snapshot-limits.ts';
import { textLimits } from '../domain/text-limits.ts';
import { pageStyles } from './page-styles.ts';
import { cutText, tidyText } from './plain-text.ts';
import { atOnce, type InSteps, walkPage } from './walk-page.ts';

/** Elements that the cleaned page keeps under their own name; every other becomes a `div`. */
const keptTags =
  /^(?:a|abbr|address|article|aside|b|blockquote|br|button|caption|code|dd|del|details|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|img|ins|li|main|mark|nav|ol|p|picture|pre|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul)$/;

function webAddress(value: string | null, base: string): string | undefined {
  if (!value || value.length > textLimits.address || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= textLimits.address ? url.href : undefined;
}

/** The picture that an element shows; lazy ones keep it in another attribute until they are near. */
function pictureOf(element: Element, base: string): string | undefined {
  if (element.localName !== 'img') return undefined;
  for (const name of ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-lazyload']) {
    const value = element.getAttribute(name);
    const address =
      value && !/^data:|blank\.|placeholder|spacer|loading\./i.test(value) && webAddress(value, base);
    if (address) return address;
  }
  const set = element.getAttribute('srcset') ?? element.getAttribute('data-srcset');
  return webAddress(set?.trim().split(/\s+/, 1)[0] ?? null, base);
}

function classesOf(element: Element): string[] {
  const names = (element.getAttribute('class') ?? '').trim().split(/\s+/, 40);
  return names
    .filter((name) => name.length > 0 && name.length <= snapshotLimits.name && /^[\w-]+$/.test(name))
    .slice(0, snapshotLimits.classes);
}

/**
 * The cleaned page: its visible elements with their classes, texts, links and picture addresses, and the style rules that can be read; no
 * scripts, no fields, no fonts, nothing that loads. A flat list, each node after the one it is in. Bounded by `snapshotLimits`.
 * @param url the page's address, for relative ones
 */
export function pageLayout(document: Document, url: string): PageLayout {
  return atOnce(pageLayoutInSteps(document, url));
}

/** The same for a living page, whose scripts want their turn in between. */
export function* pageLayoutInSteps(document: Document, url: string): InSteps<PageLayout> {
  const nodes: LayoutNode[] = [];
  const parents: number[] = [];
  let length = 0;
  let cut = false;
  const add = (node: LayoutNode): boolean => {
    if (nodes.length >= snapshotLimits.nodes || length >= snapshotLimits.text) {
      cut = true;
      return false;
    }
    nodes.push(node);
    return true;
  };
  const over = yield* walkPage(document, {
    enter({ element, region }) {
      const tag = keptTags.test(element.localName) ? element.localName : 'div';
      const classes = classesOf(element);
      const href = tag === 'a' ? webAddress(element.getAttribute('href'), url) : undefined;
      const picture = pictureOf(element, url);
      const alt = tag === 'img' ? tidyText(element.getAttribute('alt') ?? '') : '';
      const isIn = add({
        parent: parents.at(-1) ?? -1,
        tag,
        ...(classes.length > 0 ? { classes } : {}),
        ...(region === 'main' ? {} : { region }),
        ...(href ? { href } : {}),
        ...(picture ? { picture } : {}),
        ...(alt ? { alt: cutText(alt, snapshotLimits.name * 4) } : {}),
      });
      if (isIn) parents.push(nodes.length - 1);
      return isIn;
    },
    text(text, { region }) {
      const words = cutText(tidyText(text.slice(0, snapshotLimits.blockText * 2)), snapshotLimits.blockText);
      if (!words) return;
      length += words.length;
      add({ parent: parents.at(-1) ?? -1, ...(region === 'main' ? {} : { region }), text: words });
    },
    leave() {
      parents.pop();
    },
  });
  const styles = yield* pageStyles(document);
  return { nodes, styles: styles.text, cut: cut || over || styles.cut };
}
