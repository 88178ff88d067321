import { browser } from '#imports';
import { afterLook, type Look, lookOf } from '../domain/note-look.ts';
import type { PageReading } from '../domain/page-reading.ts';
import { longestSkeleton } from '../domain/skeleton-limit.ts';
import { siteOf } from '../sites/registry.ts';
import { tellCommitted } from '../storage/unit-of-work.ts';
import { ownFile } from './own-file.ts';
import type { Call } from './service.ts';

/** Looks are written together, this long after the first of them, milliseconds: the worker is awake anyway. */
const writeAfter = 400;
/** The popup's reading and the click that follows are one look, and so are two at a page that has not changed since, milliseconds. */
const sameLookFor = 10 * 60_000;

interface Waiting {
  look: Look;
  at: string;
  skeleton: Promise<string | undefined>;
}

const waiting: Waiting[] = [];
let writing: Promise<void> | undefined;
/** ends the wait for further looks */
let hurry = () => {};
/** the last look at each kind of page, in memory only: which page it was and what came of it */
const last = new Map<string, { sign: string; at: number }>();

function isRepeat({ platform, kind, found, missed }: Look, reading: PageReading, now: number): boolean {
  const id = `${platform}:${kind}`;
  const sign = [reading.key ?? reading.url, ...found.keys(), '/', ...missed].join(' ');
  const before = last.get(id);
  last.set(id, { sign, at: now });
  return before?.sign === sign && now - before.at < sameLookFor;
}

async function write(call: Call): Promise<void> {
  await new Promise<void>((done) => {
    hurry = done;
    setTimeout(done, writeAfter);
  });
  const looks = await Promise.all(
    waiting.splice(0).map(async (each) => ({ ...each, skeleton: await each.skeleton })),
  );
  const database = await call.database();
  if (!database.ok) return;
  const transaction = database.value.transaction('siteHealth', 'readwrite', { durability: 'relaxed' });
  // a failure is looked at below
  transaction.done.catch(() => {});
  const keys = new Set<string>();
  for (const { look, at, skeleton } of looks) {
    const id = `${look.platform}:${look.kind}`;
    keys.add(id);
    await transaction.store.put(afterLook(await transaction.store.get(id), look, at, skeleton));
  }
  await transaction.done;
  await tellCommitted(database.value, new Map([['siteHealth', keys]]), call.now);
  await call.announce(['sites']);
}

/**
 * Notes what a reading tells about the reader of that kind of page. Neither waited for nor able to fail what it is part of: health can be
 * gathered again, and is lost with a worker that is stopped in between.
 * @param tabId where the page still is, for its structure when something was missing
 */
export function noteSiteHealth(call: Call, reading: PageReading, tabId: number | undefined): void {
  const look = lookOf(reading);
  if (!look || isRepeat(look, reading, call.now.getTime())) return;
  const wanted = look.missed.size > 0 && tabId !== undefined;
  const skeleton = wanted ? skeletonOfTab(tabId, reading) : Promise.resolve(undefined);
  waiting.push({ look, at: call.now.toISOString(), skeleton });
  writing ??= write(call)
    .catch((error: unknown) => console.error('Deckhand: noting how a site was read', error))
    .finally(() => {
      writing = undefined;
    });
}

/** Writes what was noted, and waits for it. */
export async function healthWritten(): Promise<void> {
  while (writing) {
    hurry();
    await writing;
  }
}

/** Runs in the page's isolated world: a closure would not come along, so it says everything itself. */
function skeletonHere(names: string[]): unknown {
  const shared = globalThis as unknown as Record<
    symbol,
    { skeletonOf?: (document: Document, names: string[]) => string } | undefined
  >;
  const part = shared[Symbol.for('deckhand.skeleton')];
  return part?.skeletonOf ? { url: location.href, skeleton: part.skeletonOf(document, names) } : null;
}

/** The structure of the page in a tab. */
async function skeletonOfTab(tabId: number, reading: PageReading): Promise<string | undefined> {
  try {
    const names = [reading.creator?.handle?.value, reading.creator?.stableId?.value].filter(
      (name) => name !== undefined,
    );
    await browser.scripting.executeScript({ target: { tabId }, files: [ownFile('skeleton.js')] });
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: skeletonHere,
      args: [names],
    });
    const answer = frame?.result as { url?: unknown; skeleton?: unknown } | null | undefined;
    if (typeof answer?.url !== 'string' || typeof answer.skeleton !== 'string') return undefined;
    // the person may have gone on to another kind of page meanwhile
    const url = new URL(answer.url);
    const site = siteOf(url);
    if (site && site.identify(url)?.kind !== reading.kind) return undefined;
    return answer.skeleton.slice(0, longestSkeleton);
  } catch {
    return undefined;
  }
}
