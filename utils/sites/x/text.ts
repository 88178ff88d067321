import { writtenText } from '../shared/written-text.ts';

/** The text of a post or bio. Of a shortened link the invisible rest counts, the dots do not; what the old page hides is no text. */
export function postText(element: Element | null | undefined): string | undefined {
  return writtenText(element, (link, shown) => {
    if (link.getAttribute('class')?.includes('u-hidden')) return '';
    const leadsOut = /^https?:/i.test(link.getAttribute('href') ?? '');
    return leadsOut ? shown.replace(/\s+/g, '').replace(/…$/, '') : undefined;
  });
}
