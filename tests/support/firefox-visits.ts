import type { Page } from 'puppeteer-core';
import type { StoredChange } from '../../utils/domain/change.ts';
import { newId } from '../../utils/domain/new-id.ts';
import type { Snapshot } from '../../utils/domain/snapshot.ts';
import type { Tier } from '../../utils/domain/vocabulary.ts';
import type { WatchState } from '../../utils/domain/watch-state.ts';
import { type FirefoxBrowsing, until } from './firefox.ts';
import { moveBackgroundClock, sendInside } from './firefox-window.ts';
import { type PageKind, versionsOf } from './generated-history.ts';
import { prepare, type Visit } from './generated-pages.ts';
import { namedPage } from './named-page.ts';
import { databaseName, readStoresOf, untilSteady } from './notebook.ts';

const hour = 3_600_000;

/** A page on the watchlist, with a window in which somebody visits it. */
export interface Visited {
  name: string;
  url: string;
  competitorId: string;
  page: Page;
}

/** A generated shop or profile. */
export interface VisitedShop extends Visited {
  kind: PageKind;
  versions: ReturnType<typeof versionsOf>;
  /** the page of a version on a visit */
  html(version: number, visit: Visit): string;
}

/**
 * Puts an address on the watchlist, named as the popup would name it after reading the page.
 * @returns the competitor's id
 */
export async function watchInside(
  inside: Page,
  { name, url, html, tier = 'inspiration' }: { name: string; url: string; html: string; tier?: Tier },
): Promise<string> {
  const page = namedPage(name, html, url);
  const input = { operationId: newId(), name, tier, page };
  const answer = (await sendInside(inside, 'watchlist.add', input)) as {
    ok: boolean;
    value?: { competitorId: string };
  };
  if (!answer.ok || !answer.value) throw new Error(`not on the watchlist: ${JSON.stringify(answer)}`);
  return answer.value.competitorId;
}

/** Puts a page on the watchlist, and opens a window for it: a page is looked at by itself only while it is seen. */
export async function visited(
  firefox: FirefoxBrowsing,
  inside: Page,
  page: { name: string; url: string; html: string; tier?: Tier },
): Promise<Visited> {
  const competitorId = await watchInside(inside, page);
  const window = await firefox.openPage('about:blank', { ownWindow: true });
  return { name: page.name, url: page.url, competitorId, page: window };
}

export async function visitedShops(
  firefox: FirefoxBrowsing,
  inside: Page,
  kinds: readonly PageKind[],
): Promise<VisitedShop[]> {
  const shops: VisitedShop[] = [];
  for (const [number, kind] of kinds.entries()) {
    const versions = versionsOf(kind, 11 + number * 10);
    const html = (version: number, visit: Visit) => {
      const shop = versions[version]?.shop;
      if (!shop) throw new Error(`no version ${version}`);
      return kind.draw(prepare(shop, visit, kind.language));
    };
    const { name, url } = kind;
    // one of the morning round, the others are ideas: a note on that one is the round
    const tier = number === 0 ? 'better' : 'inspiration';
    const shop = await visited(firefox, inside, { name, url, html: html(0, { seed: 1 }), tier });
    shops.push({ ...shop, kind, versions, html });
  }
  return shops;
}

/** Rows of some stores, read past the product's own code. Not of all: what snapshots hold is a lot. */
const rowsOf = (inside: Page, stores: string[]) =>
  inside.evaluate(readStoresOf, { name: databaseName, stores });

/** What the notebook holds of looks: the snapshots oldest first, the pictures that are being taken. */
export async function looksIn(inside: Page) {
  const rows = await rowsOf(inside, ['snapshots', 'changes', 'pictureJobs']);
  const byTime = (one: Snapshot, other: Snapshot) => one.takenAt.localeCompare(other.takenAt);
  return {
    snapshots: (rows.snapshots as unknown as Snapshot[]).sort(byTime),
    changes: rows.changes as unknown as StoredChange[],
    pictureJobs: rows.pictureJobs ?? [],
  };
}

/**
 * Visits all shops at once and waits until the extension has looked at each of them.
 * @param ahead how far the background's clock is put forward, milliseconds; looks at one page are an hour apart at least
 * @param pageOf what stands at a shop's address on this visit
 */
export async function visitAll<T extends Visited>(
  firefox: FirefoxBrowsing,
  inside: Page,
  shops: readonly T[],
  ahead: number,
  pageOf: (shop: T) => string,
): Promise<void> {
  await moveBackgroundClock(inside, ahead);
  const since = new Date(Date.now() + ahead - hour / 2).toISOString();
  await Promise.all(
    shops.map(async (shop) => {
      firefox.answers.set(shop.url, pageOf(shop));
      // a busy machine takes its time over a real page: what counts is the look
      await shop.page.goto(shop.url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
    }),
  );
  const late = async () => {
    const { watchStates } = await rowsOf(inside, ['watchStates']);
    const states = watchStates as unknown as WatchState[];
    const done = new Set(states.filter(({ triedAt }) => triedAt > since).map((one) => one.competitorId));
    return shops.filter(({ competitorId }) => !done.has(competitorId));
  };
  await until('look at every shop', async () => (await late()).length === 0, 30_000).catch(async (cause) => {
    throw new Error(`not looked at: ${(await late()).map(({ name }) => name).join()}`, { cause });
  });
  // the layout follows its snapshot
  await untilSteady(async () => (await rowsOf(inside, ['operations'])).operations?.length ?? 0);
}
