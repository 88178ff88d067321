import type { CreatorReading } from '../../domain/page-reading.ts';
import { countsIn } from '../shared/count.ts';
import type { Facts } from '../shared/facts.ts';
import { compact } from '../shared/fields.ts';
import { pathOf } from '../shared/page.ts';
import { lineOf, sameHandle } from '../shared/text.ts';
import type { PageIdentity } from '../site.ts';
import { websites } from './websites.ts';

/** Pages until 2020: the likes have an id; the card that leads to the community counts likes and then followers. */
export function fromOldPage(
  facts: Facts,
  document: Document,
  identity: PageIdentity,
  known: Partial<CreatorReading>,
  base: string,
): Partial<CreatorReading> {
  // Other layouts have cards that look alike, with numbers that mean something else.
  if (!document.querySelector('#PagesLikesCountDOMID, #pagelet_timeline_main_column, #content_container'))
    return {};
  const likes = facts.count('likes', lineOf(document.querySelector('#PagesLikesCountDOMID')), 'dom');
  const total = known.likes ?? likes;
  const numbers = (root: Element) =>
    [...root.querySelectorAll('div')].flatMap((row) => {
      const line = row.children.length === 0 ? lineOf(row) : undefined;
      return line && countsIn(line, facts.language).length === 1 ? [line] : [];
    });
  let followers: CreatorReading['followers'];
  for (const link of document.querySelectorAll('a[href*="/community/"]')) {
    const path = pathOf(link.getAttribute('href'), base);
    if (path[1] !== 'community' || !sameHandle(path[0], identity.handle)) continue;
    let card: Element | null = link;
    for (let step = 0; card && step < 5 && numbers(card).length < 2; step++) card = card.parentElement;
    const rows = card ? numbers(card) : [];
    // A tab of the same name has the whole page around it, with the numbers of posts.
    const isCard = rows.length >= 2 && rows.length <= 4 && card?.querySelector('[data-utime], form') === null;
    const first = facts.count('followers', rows[0], 'dom');
    if (isCard && total !== undefined && first?.value === total.value)
      followers ??= facts.count('followers', rows[1], 'dom');
  }
  return compact<CreatorReading>({
    likes,
    followers,
    links: facts.list('links', websites(document), 'dom'),
  });
}
