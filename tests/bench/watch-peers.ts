import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';

/*
 * Other ways to keep a page, run beside the product on the same pages. None of them is part of it: they are taken from a folder of their own,
 * `DECKHAND_PEERS=<folder>`, made by
 *
 *   npm install --prefix <folder> --ignore-scripts single-file-cli@2.0.83 rrweb-snapshot@2.2.2
 *
 * SingleFile (AGPL-3.0) and rrweb-snapshot (MIT) are only run. MHTML and the picture as PNG come from the browser itself.
 */

/** What the command line of SingleFile 2.0.83 has as its defaults. */
const singleFileOptions = {
  removeHiddenElements: true,
  removeUnusedStyles: true,
  removeUnusedFonts: true,
  removeAlternativeFonts: true,
  removeAlternativeMedias: true,
  removeAlternativeImages: true,
  removeNoScriptTags: true,
  compressHTML: true,
  groupDuplicateImages: true,
  maxSizeDuplicateImages: 512 * 1024,
  blockScripts: true,
  blockVideos: true,
  blockAudios: true,
  blockAlternativeImages: true,
  loadDeferredImages: true,
  loadDeferredImagesMaxIdleTime: 1_500,
  maxResourceSize: 10,
  insertMetaCSP: true,
  insertSingleFileComment: true,
  resolveLinks: true,
};

interface Peer {
  name: string;
  /** what must be in a page before it loads */
  prepare?: string;
  /** keeps the page as it is on the screen. @returns what would lie on the disk */
  keep(page: Page, cdp: CDPSession): Promise<Buffer>;
}

export interface Kept {
  bytes: number;
  gzip: number;
  ms: number;
}

const folder = process.env.DECKHAND_PEERS ?? '';
const inFolder = (...parts: string[]) => join(folder, 'node_modules', ...parts);

async function singleFile(): Promise<Peer | string> {
  const path = inFolder('single-file-cli', 'lib', 'single-file-bundle.js');
  if (!folder || !existsSync(path)) return 'not there';
  const { script, hookScript } = (await import(pathToFileURL(path).href)) as Record<
    'script' | 'hookScript',
    string
  >;
  return {
    name: 'SingleFile 2.0.83',
    prepare: `${hookScript}\n${script}\nglobalThis.singlefile = singlefile; singlefile.init({ fetch: (...all) => globalThis.fetch(...all) });`,
    keep: async (page) =>
      Buffer.from(
        await page.evaluate(async (options) => {
          const { singlefile } = globalThis as unknown as {
            singlefile: { getPageData(given: object): Promise<{ content: string }> };
          };
          return (await singlefile.getPageData(options)).content;
        }, singleFileOptions),
      ),
  };
}

function rrweb(): Peer | string {
  const path = inFolder('rrweb-snapshot', 'umd', 'rrweb-snapshot.min.js');
  if (!folder || !existsSync(path)) return 'not there';
  return {
    name: 'rrweb-snapshot 2.2.2',
    prepare: `${readFileSync(path, 'utf8')};`,
    keep: async (page) =>
      Buffer.from(
        await page.evaluate(() => {
          const { rrwebSnapshot } = globalThis as unknown as {
            rrwebSnapshot: { snapshot(document: Document): unknown };
          };
          return JSON.stringify(rrwebSnapshot.snapshot(document));
        }),
      ),
  };
}

const mhtml: Peer = {
  name: 'MHTML of the browser',
  keep: async (_page, cdp) => Buffer.from((await cdp.send('Page.captureSnapshot', { format: 'mhtml' })).data),
};

const png: Peer = {
  name: 'PNG of the whole page',
  async keep(_page, cdp) {
    const picture = await cdp.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true });
    return Buffer.from(picture.data, 'base64');
  },
};

/** Those that are there, and what is not. */
export async function findPeers(): Promise<{ peers: Peer[]; absent: Record<string, string> }> {
  const found: [string, Peer | string][] = [
    ['MHTML of the browser', mhtml],
    ['PNG of the whole page', png],
    ['SingleFile', await singleFile()],
    ['rrweb-snapshot', rrweb()],
  ];
  return {
    peers: found.flatMap(([, peer]) => (typeof peer === 'string' ? [] : [peer])),
    absent: Object.fromEntries(found.filter(([, peer]) => typeof peer === 'string')) as Record<
      string,
      string
    >,
  };
}

/** Opens a page with what a peer needs in it and has it kept. */
export async function keepBy(peer: Peer, page: Page, url: string): Promise<Kept> {
  const cdp = await page.context().newCDPSession(page);
  try {
    if (peer.prepare) {
      await cdp.send('Page.enable');
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: peer.prepare });
    }
    await page.goto(url, { waitUntil: 'load' });
    const started = performance.now();
    const kept = await peer.keep(page, cdp);
    return { bytes: kept.byteLength, gzip: gzipSync(kept).byteLength, ms: performance.now() - started };
  } finally {
    await cdp.detach();
  }
}
