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
}

/** What is said of a platform in tests and in the README; not part of the script on each page. */
export interface SiteFacts {
  /** example addresses with the kind they are; a test runs every site against every example of all */
  examples: { url: string; kind: PageKind }[];
  /** how well the facts behind the platform's file are known */
  evidence: 'strong' | 'medium' | 'weak';
  /** month of the newest fact, `YYYY-MM` */
  verified: string;
}

/** Reads a page of one platform. Pure over the document; what the document does not hold is left out with a row in `problems`. */
export type SiteReader = (
  document: Document,
  identity: PageIdentity,
  url: URL,
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
