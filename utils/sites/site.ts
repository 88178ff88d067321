import type { PageReading } from '../domain/page-reading.ts';
import type { PageKind, PlatformId } from '../domain/platform.ts';

/** What an address alone tells about a page. */
export interface PageIdentity {
  kind: PageKind;
  /** the id in the address: handle, shortcode, video id, product id … */
  id?: string;
  /** handle of the creator whose profile or post this is, where the address has one; without `@` */
  handle?: string;
  /** the canonical address without tracking parameters */
  url: string;
}

/**
 * A platform as the script on every page knows it: plain data and one pure function, no reader (readers are a file of their own,
 * injected when the person asks). One file per platform exports `site: Site`, `facts: SiteFacts` and `read: SiteReader`.
 */
export interface Site {
  id: PlatformId;
  /**
   * Hosts whose pages are worked on, exactly; a leading `*.` stands for any subdomain and the bare domain. Never compared by
   * substring. The person is asked for access to these.
   */
  hosts: string[];
  /** Hosts of walls and short links: recognised when read, never asked for. */
  passingHosts?: string[];
  /** what the address says; null: a page of this site that nothing is known about */
  identify(url: URL): PageIdentity | null;
  /** CSS selectors of the creator's name on a profile, best first; the button group stands right after the first match */
  profileAnchors: string[];
  /** where creators, comments, posts and products stand on the site's living pages; absent: nothing is known */
  items?: ItemRule[];
  /** CSS selectors of the box in which a comment, reply or message is written; ` >>> ` as in `ItemRule` */
  composers?: string[];
  /** what only the page's own scripts can see and a reader needs; asked for when the person asks for a reading */
  pageState?: PageStatePath[];
}

export const itemKinds = ['creator', 'comment', 'post', 'product'] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * Where one kind of item stands on a living page: data only. Every selector may step into open shadow roots with ` >>> `:
 * `bili-comments >>> bili-comment-thread-renderer`. Who an item is of is decided by `identify` from the address of its author's link, never
 * by a name on the screen.
 */
export interface ItemRule {
  kind: ItemKind;
  /** page kinds on which such items stand; absent: wherever one is found */
  on?: PageKind[];
  /** the item's element; an item inside another is an item of its own */
  root: string;
  /** inside the item, outside of items inside it: links that may lead to the author's profile (a product: to the product); the first that does counts */
  author: string;
  /** inside the item: the shown name, after which the buttons stand; absent: the author's link that has text */
  name?: string;
  /** inside the item: its text, its time, the link that is the item's own address */
  text?: string;
  time?: string;
  /**
   * By whose clock the time is that a Chinese site shows without a zone. `china`: its server writes the page, by China's · `china-or-here`: its
   * script draws it, and nobody knows whether by China's clock or by that of who looks: read only where both are the same. Absent: only what an
   * attribute says is read.
   */
  clock?: 'china' | 'china-or-here';
  permalink?: string;
  /** attribute of the item's element that is its stable id */
  id?: string;
  /**
   * Comments: the closest ancestor that holds a comment and the answers below it, `self` where answers stand inside the comment. Absent: whether
   * a comment was answered cannot be seen here.
   */
  thread?: string;
}

/** One value of the page's own scripts: a global, or a property of the first element that a selector finds. Data only. */
export interface PageStatePath {
  /** under which the reader gets it */
  name: string;
  /** CSS selector; absent: `window` */
  element?: string;
  /** names of properties from there; a Vue reference on the way is followed */
  path: string[];
}

/** What came over from the page's own scripts: a stranger's JSON, validated by whoever reads it. */
export type PageState = Record<string, unknown>;

export interface KindFacts {
  /** how well the facts behind the reader of this kind of page are known: a saved or live page · maintained code · a hint */
  evidence: 'strong' | 'medium' | 'weak';
  /** month of the newest fact, `YYYY-MM` */
  verified: string;
  /** fields of records.md that such a page may show and that are not read because nobody knows where they stand */
  unknown?: string[];
}

/** What is said of a platform in tests and in the README; not part of the script on each page. */
export interface SiteFacts {
  /** example addresses with the kind they are; a test runs every site against every example of all */
  examples: { url: string; kind: PageKind }[];
  /** the kinds of page that are read; which fields, the README takes from the fixtures */
  kinds: Partial<Record<PageKind, KindFacts>>;
}

/** Reads a page of one platform. Pure over the document; what the document does not hold is left out with a row in `problems`. */
export type SiteReader = (
  document: Document,
  identity: PageIdentity,
  url: URL,
  /** of `Site.pageState`; empty where nobody asked for it */
  state: PageState,
) => Omit<PageReading, 'platform' | 'url' | 'key'> & {
  /** stable id of the subject for the key; defaults to `identity.id` */
  id?: string;
  /** overrides `identity.url`, e.g. from the canonical link of a page whose address has no id */
  url?: string;
};

/** Whether a host (`location.hostname`) belongs to a site. */
export function hostMatches(hosts: readonly string[], host: string): boolean {
  return hosts.some((pattern) =>
    pattern.startsWith('*.')
      ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
      : host === pattern,
  );
}
