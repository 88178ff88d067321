import { cutText } from '../../domain/cut-text.ts';
import type { ItemAuthor, SeenItem } from '../../domain/item.ts';
import { creatorKeys, itemKeys } from '../../domain/item-keys.ts';
import { pageItem } from '../../domain/page-item.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import { textLimits } from '../../domain/text-limits.ts';

/** A page as it was read, with the title of its tab. */
export interface ReadPage {
  title: string;
  reading: PageReading;
}

const short = (text: string | undefined) => {
  const cut = cutText((text ?? '').trim(), textLimits.short).trim();
  return cut === '' ? undefined : cut;
};
const known = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

function creatorOf({ platform, url, creator }: PageReading): ItemAuthor | undefined {
  const handle = short(creator?.handle?.value);
  if (handle === undefined) return undefined;
  return known({
    platform,
    handle,
    stableId: short(creator?.stableId?.value),
    displayName: short(creator?.displayName?.value),
    url,
  });
}

/** A page as something to be tagged: the person, post or product that it is of, else the page itself. */
export function itemOfPage({ reading, title }: ReadPage): SeenItem {
  const { platform, url, product, post } = reading;
  const author = creatorOf(reading);
  if (author && (reading.kind === 'profile' || reading.kind === 'group')) {
    const keys = creatorKeys(author);
    return { kind: 'creator', platform, keys, url, title: author.displayName ?? author.handle, author };
  }
  const { kind, keys } = pageItem(reading);
  const text = (kind === 'post' && (post?.text?.value ?? post?.title?.value)?.trim()) || undefined;
  const cut = text === undefined ? undefined : cutText(text, textLimits.item);
  const picture =
    kind === 'product' ? product?.imageUrl?.value : kind === 'post' ? post?.imageUrl?.value : undefined;
  return {
    kind,
    platform,
    keys,
    url,
    ...known({
      pageKey: short(reading.key ?? undefined),
      title: short(kind === 'product' ? (product?.title?.value ?? title) : title),
      author: kind === 'post' ? author : undefined,
      text: cut,
      cut: text !== undefined && cut !== text ? true : undefined,
      imageUrl: picture && /^https?:/.test(picture) ? picture : undefined,
    }),
  };
}

/** Words that were selected on a page, with the page as their place. @returns null where they are none */
export function itemOfWords({ reading, title }: ReadPage, words: string): SeenItem | null {
  const whole = words.trim();
  if (whole === '') return null;
  const { platform, url } = reading;
  const text = cutText(whole, textLimits.item);
  return {
    kind: 'text',
    platform,
    keys: itemKeys({ platform, kind: 'text', author: reading.key ?? url, text }),
    url,
    text,
    ...(text === whole ? {} : { cut: true }),
    ...known({ pageKey: short(reading.key ?? undefined), title: short(title) }),
  };
}
