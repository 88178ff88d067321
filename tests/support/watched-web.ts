import { expect, type Page, type Worker } from '@playwright/test';
import type { StoredChange } from '../../utils/domain/change.ts';
import type { Snapshot } from '../../utils/domain/snapshot.ts';
import type { Tier } from '../../utils/domain/vocabulary.ts';
import { changedBuild } from './changed-build.ts';
import type { Browsing } from './chromium.ts';
import { test } from './e2e.ts';
import { pageKinds, versionsOf } from './generated-history.ts';
import { prepare } from './generated-pages.ts';
import { sendWrite } from './messages.ts';
import { moveClock } from './moved-clock.ts';
import { namedPage } from './named-page.ts';
import { databaseName, readStoresOf, type Stores, untilSteady } from './notebook.ts';

/** The `test` of these files with access to the hosts of some addresses, as if the person had said "always here" on each of them. */
export function testWithAccess(urls: readonly string[]) {
  const more = urls.map((url) => `https://${new URL(url).hostname}/*`);
  return test.extend({
    // biome-ignore lint/correctness/noEmptyPattern: the driver reads the names out of the pattern
    launch: async ({}, use) => {
      const build = changedBuild((manifest, worker) => {
        manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...more])];
        return worker;
      });
      await use({ extension: build.folder });
      build.remove();
    },
  });
}

/** A generated shop that changes ten times: what stands at its address, and the `test` of files with access to it. */
export function generatedShop() {
  const [kind] = pageKinds;
  if (!kind) throw new Error('no kind of page');
  const versions = versionsOf(kind, 11);
  const html = (version: number, seed = version) => {
    const shop = versions[version]?.shop;
    if (!shop) throw new Error(`no version ${version}`);
    return kind.draw(prepare(shop, { seed }, kind.language));
  };
  return { kind, versions, html, test: testWithAccess([kind.url]) };
}

/**
 * All rows of some stores, read past the product's own code. Not of all: what snapshots hold is a lot.
 * @param inside the extension's worker, or one of its pages where the worker comes and goes
 */
export function rowsOf(inside: Worker | Page, stores: readonly string[]): Promise<Stores> {
  return (inside as Worker).evaluate(readStoresOf, { name: databaseName, stores: [...stores] });
}

/** What was found so far, oldest first. */
export async function foundBy(
  inside: Worker | Page,
): Promise<{ snapshots: Snapshot[]; changes: StoredChange[] }> {
  const { snapshots = [], changes = [] } = await rowsOf(inside, ['snapshots', 'changes']);
  return {
    snapshots: (snapshots as unknown as Snapshot[]).toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1)),
    changes: (changes as unknown as StoredChange[]).toSorted((a, b) => (a.foundAt < b.foundAt ? -1 : 1)),
  };
}

/** What stands at a watched address on one visit. */
export interface Seen {
  competitorId: string;
  url: string;
  html: string;
}

/**
 * Puts a page on the watchlist, named as the popup names it after reading it.
 * @param inside an extension page
 */
export async function watchAddress(
  inside: Page,
  { name, url, html, tier = 'equal' }: { name: string; url: string; html: string; tier?: Tier },
): Promise<Seen> {
  const page = namedPage(name, html, url);
  const result = (await sendWrite(inside, 'watchlist.add', { name, tier, page })) as {
    value?: { competitorId: string };
  };
  expect(result, name).toMatchObject({ ok: true, value: { alreadyWatched: false } });
  return { competitorId: String(result.value?.competitorId), url, html };
}

const hour = 3_600_000;

export interface Visitor {
  /** comes to some pages at once, each in a tab of its own, and waits until the extension has looked at all of them */
  visit(seen: readonly Seen[]): Promise<void>;
  /** the tab of an address */
  tab(url: string): Promise<Page>;
}

/**
 * A person who comes to watched pages again and again and presses nothing.
 * @param first how many hours ago the first visit is; each next one is two hours later
 */
export function visitorOf(browsing: Browsing, worker: Worker, first: number): Visitor {
  const tabs = new Map<string, Page>();
  let visits = 0;
  const tab = async (url: string) => {
    const known = tabs.get(url) ?? (await browsing.context.newPage());
    tabs.set(url, known);
    return known;
  };
  return {
    tab,
    async visit(seen) {
      const moved = (visits++ * 2 - first) * hour;
      await moveClock(worker, moved);
      const since = new Date(Date.now() + moved - hour).toISOString();
      await Promise.all(
        seen.map(async ({ url, html }) => {
          browsing.pages.put(url, html);
          await (await tab(url)).goto(url, { waitUntil: 'commit' });
        }),
      );
      const late = async () => {
        const { watchStates = [] } = await rowsOf(worker, ['watchStates']);
        const looked = watchStates.filter(({ triedAt }) => String(triedAt) > since);
        const ids = new Set(looked.map((state) => state.competitorId));
        return seen.filter(({ competitorId }) => !ids.has(competitorId)).map(({ url }) => url);
      };
      await expect.poll(late, { timeout: 60_000 }).toEqual([]);
      await untilSteady(async () => (await rowsOf(worker, ['operations'])).operations?.length ?? 0);
    },
  };
}
