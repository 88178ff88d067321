import type { WatchedPage } from '../../domain/competitor.ts';
import type { PageReading } from '../../domain/page-reading.ts';
import type { RefreshSource, RefreshTrouble } from '../../domain/refresh.ts';
import type { RefreshRun } from '../../domain/refresh-job.ts';
import { mostListed } from '../../domain/text-limits.ts';
import type { ListPart } from '../../sites/fetched/product-list.ts';
import {
  readShopifyList,
  shopifyCurrency,
  shopifyCurrencyAddresses,
  shopifyListAddress,
} from '../../sites/fetched/shopify-list.ts';
import { readWooList, wooListAddress } from '../../sites/fetched/woo-list.ts';
import type { Fetched } from './fetch-text.ts';

/** What a refresh needs of the world; tests give another one. */
export interface RefreshTools {
  fetchText(address: string, now: Date): Promise<Fetched>;
  readHtml(html: string, url: string): Promise<PageReading | null>;
  /** whether the browser lets us reach a page's host */
  mayReach(address: string): Promise<boolean>;
  /** between two requests to a site */
  pause(): Promise<void>;
  now(): Date;
  /** 0 to 1 */
  chance(): number;
}

export interface Trouble {
  reason: RefreshTrouble;
  status?: number;
  notBefore?: Date;
}

/** What a refresh found: a reading to be kept, what stood in the way, or (a wall) both. */
export interface Outcome {
  reading?: PageReading;
  source: RefreshSource;
  trouble?: Trouble;
}

/** Where a refresh begins: where the last one succeeded, else with the data of the shop's system. */
export function firstSource(page: WatchedPage, known: RefreshSource | undefined): RefreshSource {
  if (known) return known;
  if (page.platform === 'shopify' && shopifyListAddress(page.url, 1)) return 'shopify';
  return page.platform === 'woocommerce' && wooListAddress(page.url, 1) ? 'woocommerce' : 'page';
}

function troubleOf(fetched: Exclude<Fetched, { state: 'text' }>): Trouble {
  if (fetched.state !== 'status') return { reason: fetched.state };
  const { status, notBefore } = fetched;
  const later = notBefore ? { notBefore } : {};
  if (status === 429) return { reason: 'too-many', status, ...later };
  if (status === 404 || status === 410) return { reason: 'gone', status };
  return { reason: status >= 500 ? 'server' : 'refused', status, ...later };
}

/** Answers by which a server says that it has no such data; others say that it wants to be left alone. */
const withoutData = new Set([400, 401, 404, 406, 410, 501]);

type Answer = { text: string } | { trouble: Trouble } | null;

/** One request for data. @returns null where the shop does not offer it */
async function ask(address: string, tools: RefreshTools): Promise<Answer> {
  const fetched = await tools.fetchText(address, tools.now());
  if (fetched.state === 'text') return { text: fetched.text };
  if (fetched.state === 'moved' || fetched.state === 'too-large') return null;
  if (fetched.state === 'status' && withoutData.has(fetched.status)) return null;
  return { trouble: troubleOf(fetched) };
}

/** The currency of a Shopify shop's list. @returns null where it cannot be told */
async function currencyOf(page: WatchedPage, tools: RefreshTools): Promise<Answer> {
  const answers: string[] = [];
  for (const address of shopifyCurrencyAddresses(page.url)) {
    const answer = await ask(address, tools);
    if (!answer || 'trouble' in answer) return answer;
    answers.push(answer.text);
    await tools.pause();
  }
  const [meta = '', cart = ''] = answers;
  const currency = shopifyCurrency(meta, cart);
  return currency ? { text: currency } : null;
}

/**
 * Asks for a shop's list part by part and has each part kept: a background that is stopped goes on behind the last one.
 * @returns null where the shop does not offer the list: the page itself is asked for instead
 */
async function readList(
  page: WatchedPage,
  begun: RefreshRun,
  tools: RefreshTools,
  keep: (run: RefreshRun) => Promise<void>,
): Promise<Outcome | null> {
  const { source } = begun;
  let run = begun;
  if (source === 'shopify' && !run.currency) {
    const answer = await currencyOf(page, tools);
    if (!answer || 'trouble' in answer) return answer && { source, trouble: answer.trouble };
    run = { ...run, currency: answer.text };
    await keep(run);
  }
  for (;;) {
    const address =
      source === 'shopify' ? shopifyListAddress(page.url, run.part) : wooListAddress(page.url, run.part);
    const answer = address === null ? null : await ask(address, tools);
    if (!answer || 'trouble' in answer) return answer && { source, trouble: answer.trouble };
    const part: ListPart | null =
      source === 'shopify'
        ? readShopifyList(answer.text, page.url, run.currency ?? '')
        : readWooList(answer.text, page.url);
    if (!part) return null;
    // a shop's front page does not need its whole storehouse
    const products = [...run.products, ...part.products].slice(0, mostListed);
    if (!part.more || products.length >= mostListed) {
      if (products.length === 0) return null;
      const { kind, url } = page;
      return {
        source,
        reading: {
          platform: source === 'shopify' ? 'shopify' : 'woocommerce',
          kind,
          key: page.key ?? null,
          url,
          products,
          problems: [],
        },
      };
    }
    run = { ...run, part: run.part + 1, products };
    await keep(run);
    await tools.pause();
  }
}

/** What stands where the page should be: nothing of it is claimed. */
function wallOf({ platform, key, url }: WatchedPage): PageReading {
  return {
    platform,
    kind: 'blocked',
    key: key ?? null,
    url,
    problems: [{ field: 'page', reason: 'blocked' }],
  };
}

/** The page itself, read as if it were open. */
async function readItself(page: WatchedPage, tools: RefreshTools): Promise<Outcome> {
  const source = 'page';
  const fetched = await tools.fetchText(page.url, tools.now());
  if (fetched.state === 'moved') return { source, reading: wallOf(page), trouble: { reason: 'moved' } };
  if (fetched.state !== 'text') return { source, trouble: troubleOf(fetched) };
  const reading = await tools.readHtml(fetched.text, page.url);
  if (reading?.kind === 'blocked') return { source, reading: wallOf(page), trouble: { reason: 'wall' } };
  // an empty shell that scripts fill once somebody opens it must not pass for an empty shop
  if (!reading?.product?.price && !reading?.product?.availability && !reading?.products?.length)
    return { source, trouble: { reason: 'nothing-read' } };
  return { source, reading };
}

/**
 * Asks a shop for what stands on one of its pages.
 * @param run where to begin: one that was interrupted goes on
 * @param keep stores how far it is
 */
export async function readShop(
  page: WatchedPage,
  run: RefreshRun,
  tools: RefreshTools,
  keep: (run: RefreshRun) => Promise<void>,
): Promise<Outcome> {
  if (run.source !== 'page') {
    const outcome = await readList(page, run, tools, keep);
    if (outcome) return outcome;
    await keep({
      operationId: run.operationId,
      startedAt: run.startedAt,
      source: 'page',
      part: 1,
      products: [],
    });
    await tools.pause();
  }
  return readItself(page, tools);
}
