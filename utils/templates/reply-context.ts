import type { Brand, OwnAccount } from '../domain/brand.ts';
import type { Money } from '../domain/page-reading.ts';
import type { PlatformId } from '../domain/platform.ts';
import type { Day } from '../domain/record.ts';
import type { ContextValue, ReplyContext } from './context-values.ts';
import { firstName, plainName } from './first-name.ts';

/** Whom a reply or letter is for, as the page or the notebook names them. */
export interface ReplyPerson {
  displayName?: string | undefined;
  /** without @ */
  handle?: string | undefined;
}

/** Everything that may be known when a reply is written; what is not known is left out. */
export interface ReplyFacts {
  platform: PlatformId;
  /** names of platforms on the screen, for the list of our accounts */
  platformName: (platform: PlatformId) => string;
  person?: ReplyPerson | undefined;
  comment?: { text?: string | undefined } | undefined;
  post?: { title?: string | undefined; url?: string | undefined } | undefined;
  product?:
    | {
        title?: string | undefined;
        price?: Money | undefined;
        listPrice?: Money | undefined;
        url?: string | undefined;
      }
    | undefined;
  order?: { number?: string | undefined; url?: string | undefined } | undefined;
  /** who the reply is for, in the notebook */
  creator?:
    | {
        displayName: string;
        followers?: number | undefined;
        lastContact?: Day | undefined;
        nextAction?: string | undefined;
      }
    | undefined;
  brand?: Brand | undefined;
  campaign?:
    | {
        name?: string | undefined;
        code?: string | undefined;
        url?: string | undefined;
        ends?: Day | undefined;
      }
    | undefined;
  page?: { title?: string | undefined; url?: string | undefined } | undefined;
}

const at = (handle: string) => `@${handle}`;

function brandValues(brand: Brand, { platform, platformName }: ReplyFacts): ContextValue {
  const named = (account: OwnAccount) => `${platformName(account.platform)} ${at(account.handle)}`;
  const main = brand.accounts.filter((account) => account.main);
  // the one on this platform first: people can look it up without leaving
  const here = main.find((account) => account.platform === platform) ?? main[0];
  const tags = brand.hashtags.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
  return {
    name: brand.name,
    group_link: brand.groupLink,
    official_accounts: main.map(named),
    main_account: here && at(here.handle),
    side_accounts: brand.accounts.filter((account) => !account.main).map(named),
    shop: brand.shops[0],
    shops: brand.shops,
    link: brand.officialLinks[0],
    links: brand.officialLinks,
    hashtag: tags[0],
    hashtags: tags,
    countries: brand.countries,
    voice: brand.voice,
  };
}

/** The variables of a reply from what is known: names as `utils/templates/variables.ts` lists them. */
export function replyContext(facts: ReplyFacts): ReplyContext {
  const { person, comment, post, product, order, creator, brand, campaign, page, platform, platformName } =
    facts;
  const name = person?.displayName ?? creator?.displayName;
  return {
    person: {
      name: name === undefined ? person?.handle : plainName(name),
      first_name: firstName(name) ?? person?.handle,
      handle: person?.handle === undefined ? undefined : at(person.handle),
    },
    comment: { text: comment?.text },
    post: { title: post?.title, link: post?.url },
    product: {
      title: product?.title,
      price: product?.price,
      list_price: product?.listPrice,
      link: product?.url,
    },
    order: { number: order?.number, link: order?.url },
    brand: brand && brandValues(brand, facts),
    campaign: {
      name: campaign?.name,
      code: campaign?.code,
      link: campaign?.url,
      ends: campaign?.ends === undefined ? undefined : { day: campaign.ends },
    },
    creator: {
      name: creator?.displayName,
      followers: creator?.followers,
      last_contact: creator?.lastContact === undefined ? undefined : { day: creator.lastContact },
      next_action: creator?.nextAction,
    },
    page: {
      title: page?.title,
      link: page?.url,
      site: platform === 'web' ? undefined : platformName(platform),
    },
  };
}
