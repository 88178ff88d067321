import type { CreatorReading, PostReading, ShopReading } from '../domain/page-reading.ts';
import { pageIdentity } from './addresses.ts';
import type { ChangeList } from './change-list.ts';
import { compareFollowers, comparePosts } from './compare-counts.ts';
import type { PicturePair } from './compare-pictures.ts';
import { calmText, tidyText } from './plain-text.ts';

type Words = { value: string } | undefined;

/** A text of a field: other words, not only other spaces or a counter that went on. */
function compareWords(
  before: Words,
  after: Words,
  kind: 'title' | 'bio' | 'text',
  key: string,
  list: ChangeList,
): void {
  if (before && after && calmText(before.value) !== calmText(after.value))
    list.add({ kind, key, from: tidyText(before.value), to: tidyText(after.value) });
}

function linksOf(creator: CreatorReading): Map<string, string> {
  return new Map(creator.links?.value.map((link) => [pageIdentity(link), link]));
}

/** Compares a profile with itself: audience, posts, name, self-description, the links in it. */
export function compareCreator(
  before: CreatorReading,
  after: CreatorReading,
  list: ChangeList,
): PicturePair[] {
  compareFollowers(before.followers, after.followers, 'followers', list);
  compareFollowers(before.members, after.members, 'members', list);
  comparePosts(before.posts, after.posts, list);
  compareWords(before.displayName, after.displayName, 'title', 'displayName', list);
  compareWords(before.bio, after.bio, 'bio', 'bio', list);
  const [old, now] = [linksOf(before), linksOf(after)];
  // links are told only where both looks have some: none may mean that they were folded away
  if (
    old.size > 0 &&
    now.size > 0 &&
    (old.size !== now.size || [...old.keys()].some((link) => !now.has(link)))
  )
    list.add({
      kind: 'bio',
      key: 'links',
      from: [...old.values()].join(' '),
      to: [...now.values()].join(' '),
    });
  return [{ key: 'avatarUrl', before: before.avatarUrl?.value, after: after.avatarUrl?.value }];
}

/** Compares a shop with itself. @param withFollowers false where the page's profile has told of them already */
export function compareShop(
  before: ShopReading,
  after: ShopReading,
  list: ChangeList,
  withFollowers: boolean,
): PicturePair[] {
  if (withFollowers) compareFollowers(before.followers, after.followers, 'followers', list);
  compareWords(before.name, after.name, 'title', 'name', list);
  const [old, now] = [before.rating?.value, after.rating?.value];
  if (old !== undefined && now !== undefined && Math.abs(now - old) >= 0.1 - 1e-9)
    list.addNumber('rating', 'rating', old, now);
  return [{ key: 'logoUrl', before: before.logoUrl?.value, after: after.logoUrl?.value }];
}

/** Compares a post with itself: its words and its picture; likes and comments grow by themselves. */
export function comparePost(before: PostReading, after: PostReading, list: ChangeList): PicturePair[] {
  compareWords(before.title, after.title, 'title', 'post.title', list);
  compareWords(before.text, after.text, 'text', 'post.text', list);
  return [{ key: 'post.imageUrl', before: before.imageUrl?.value, after: after.imageUrl?.value }];
}
