import { redirectTarget } from '../shared/contacts.ts';
import { writtenText } from '../shared/written-text.ts';

/** A description or comment on the screen, with shortened links ("http://brook.example/2010/09...") as they were written. */
export function shownText(element: Element | null | undefined): string | undefined {
  return writtenText(element, (link, shown) => {
    const isShortened = /(?:\.{3}|…)\s*$/.test(shown) || /^\s*\/\s/.test(shown);
    const href = link.getAttribute('href') ?? '';
    if (!isShortened || !URL.canParse(href, 'https://www.youtube.com')) return undefined;
    const target = redirectTarget(new URL(href, 'https://www.youtube.com').href);
    return /^https?:/.test(target) && target.length < 2_000 ? target : undefined;
  });
}
