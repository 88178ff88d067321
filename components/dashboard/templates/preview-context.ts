import type { Brand } from '../../../utils/domain/brand.ts';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import type { SeenComment } from '../../../utils/domain/seen-comment.ts';
import type { ReplyContext } from '../../../utils/templates/context-values.ts';
import { type ReplyFacts, replyContext } from '../../../utils/templates/reply-context.ts';
import type { PreviewFor } from './preview-for.tsx';
import type { useT } from './words.tsx';

type T = ReturnType<typeof useT>;

/** What nobody can know before a reply is written, invented. */
function invented(t: T): Partial<ReplyFacts> {
  const post = { title: t('templates_sample_post'), url: 'https://example.com/p/1' };
  return {
    comment: { text: t('templates_sample_comment') },
    post,
    product: {
      title: t('templates_sample_product'),
      price: { amount: '29.00', currency: 'USD' },
      url: 'https://example.com/products/1',
    },
    campaign: {
      name: t('templates_sample_campaign'),
      code: 'SPRING10',
      url: 'https://example.com/spring',
      ends: addDays(localDay(), 7),
    },
    page: post,
  };
}

/** What was known of a comment that was replied to: nothing is added, so that it comes out as it would there. */
function real(
  { author, text, post, product }: SeenComment,
  person: CreatorRow | undefined,
): Partial<ReplyFacts> {
  return {
    // the page's words come first
    person: { displayName: author.displayName ?? person?.displayName, handle: author.handle },
    comment: { text },
    post,
    product,
    page: product?.url === undefined ? post : { url: product.url, title: product.title },
  };
}

/**
 * What a preview is filled with: the current brand, and a comment that was replied to, somebody of the notebook or an invented person. Of the
 * brand nothing is invented.
 */
export function previewContext(t: T, brand: Brand | null, { comment, person }: PreviewFor): ReplyContext {
  const account = comment
    ? person?.accounts.find(({ platform }) => platform === comment.platform)
    : person?.accounts[0];
  const creator = person && {
    displayName: person.displayName,
    followers: account?.followers,
    lastContact: person.lastContact,
    nextAction: person.nextAction?.text,
  };
  return replyContext({
    platform: comment?.platform ?? account?.platform ?? 'instagram',
    platformName: (platform) => t(`platform_${platform}`),
    person: person
      ? { displayName: person.displayName, handle: account?.handle }
      : { displayName: t('templates_sample_author'), handle: 'mia.makes' },
    ...(comment ? real(comment, person) : invented(t)),
    ...(creator ? { creator } : {}),
    ...(brand ? { brand } : {}),
  });
}
