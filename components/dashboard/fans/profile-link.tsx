import type { ItemAuthor } from '../../../utils/domain/item.ts';
import { WebLink } from '../person/web-link.tsx';
import { useT } from './words.tsx';

/** What somebody is called in a list. */
export const nameOf = ({ displayName, handle }: ItemAuthor) => displayName ?? `@${handle}`;

/** Handle and platform; a link to the profile where its address is known. */
export function ProfileLink({ author }: { author: ItemAuthor }) {
  const t = useT();
  const words = (
    <>
      <bdi>@{author.handle}</bdi> · {t(`platform_${author.platform}`)}
    </>
  );
  return author.url ? <WebLink address={author.url}>{words}</WebLink> : <span class="soft">{words}</span>;
}
