import type { PageText, TextBlock } from '../domain/snapshot.ts';
import { snapshotLimits } from '../domain/snapshot-limits.ts';
import { cutText, tidyText } from './plain-text.ts';
import { atOnce, type InSteps, type Place, walkPage } from './walk-page.ts';

/** Elements that stand within a line; every other one begins a block of its own. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source'.split(
    ' ',
  ),
);

/**
 * The visible text of a page by blocks (paragraphs, headings, list items, cells, buttons …) in document order, without layout: pure over a
 * parsed document as well. Scripts, hidden parts, closed dialogs, fields, chats and whatever somebody types are left out; text of `<details>` is
 * there whether or not it is folded out, so that a visitor's click changes nothing. Bounded by `snapshotLimits`.
 */
export function textBlocks(document: Document): PageText {
  return atOnce(textBlocksInSteps(document));
}

/** The same for a living page, whose scripts want their turn in between. */
export function* textBlocksInSteps(document: Document): InSteps<PageText> {
  const blocks: TextBlock[] = [];
  const numbers = new Map<string, number>();
  let open: { place: Place; text: string } | null = null;
  let length = 0;
  let cut = false;
  const close = () => {
    const text = open ? tidyText(open.text) : '';
    if (open && text) {
      if (blocks.length >= snapshotLimits.blocks || length >= snapshotLimits.text) cut = true;
      else {
        const { path, region, element } = open.place;
        const name = path.slice(-snapshotLimits.name * 4);
        const number = (numbers.get(name) ?? 0) + 1;
        numbers.set(name, number);
        const kept = cutText(text, snapshotLimits.blockText);
        if (kept !== text) cut = true;
        length += kept.length;
        blocks.push({ key: `${name}:${number}`, tag: element.localName.slice(0, 40), region, text: kept });
      }
    }
    open = null;
  };
  /** the block that a text within a line belongs to */
  const owners: Place[] = [];
  const over = yield* walkPage(document, {
    enter(place) {
      if (place.element.localName === 'br') {
        if (open) open.text += ' ';
        return false;
      }
      if (inline.has(place.element.localName)) return true;
      close();
      owners.push(place);
      return !cut;
    },
    text(text) {
      const place = owners.at(-1);
      // a page may hold one text of many megabytes
      const part = text.length > snapshotLimits.text ? text.slice(0, snapshotLimits.text) : text;
      if (!place || !/\S/.test(part)) {
        if (open) open.text += ' ';
        return;
      }
      open ??= { place, text: '' };
      if (open.text.length < snapshotLimits.blockText * 4) open.text += part;
      else cut = true;
    },
    leave(place) {
      if (inline.has(place.element.localName)) return;
      close();
      owners.pop();
    },
  });
  close();
  return { blocks, cut: cut || over };
}
