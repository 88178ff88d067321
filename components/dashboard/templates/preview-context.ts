import type { Brand } from '../../../utils/domain/brand.ts';
import type { CreatorRow } from '../../../utils/domain/creator-list.ts';
import { addDays, localDay } from '../../../utils/domain/day.ts';
import type { ReplyContext } from '../../../utils/templates/context-values.ts';
import { replyContext } from '../../../utils/templates/reply-context.ts';
import type { useT } from './words.tsx';

type T = ReturnType<typeof useT>;

/**
 * What a preview is filled with: the current brand, and somebody of the notebook or an invented person. What nobody can know before a
 * reply is written (the comment, the product on the page) is invented in both cases; of the brand nothing is.
 */
export function previewContext(t: T, brand: Brand | null, person: CreatorRow | undefined): ReplyContext {
  const account = person?.accounts[0];
  const creator = person && {
    displayName: person.displayName,
    followers: account?.followers,
    lastContact: person.lastContact,
    nextAction: person.nextAction?.text,
  };
  return replyContext({
    platform: account?.platform ?? 'instagram',
    platformName: (platform) => t(`platform_${platform}`),
    person: person
      ? { displayName: person.displayName, handle: account?.handle }
      : { displayName: t('templates_sample_author'), handle: 'mia.makes' },
    comment: { text: t('templates_sample_comment') },
    post: { title: t('templates_sample_post'), url: 'https://example.com/p/1' },
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
    page: { title: t('templates_sample_post'), url: 'https://example.com/p/1' },
    ...(creator ? { creator } : {}),
    ...(brand ? { brand } : {}),
  });
}
