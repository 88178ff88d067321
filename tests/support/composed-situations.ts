import type { PageKind } from '../../utils/domain/platform.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { afterMove } from './after-move.ts';
import { withCount } from './changed-numbers.ts';
import { emptiedPage } from './emptied-page.ts';
import { parsePage } from './parse-page.ts';
import { wrongFacts } from './reading-faults.ts';
import type { SiteFixture } from './site-fixtures.ts';
import { extrasOf, goodPages, type Tried } from './situation-files.ts';
import type { Situation } from './situations.ts';
import { walled } from './walled-pages.ts';

/** Another count in place of one: everything else is read as before, and that count as it is now. */
function counted(page: SiteFixture, part: 'creator' | 'post', name: 'posts' | 'likes'): Tried {
  const { html, expected } = page;
  const field =
    part === 'creator'
      ? readPage(parsePage(html), expected.url, extrasOf(page)).creator?.posts
      : readPage(parsePage(html), expected.url, extrasOf(page)).post?.likes;
  if (!field || field.value === 0) return { pages: 0, faults: [] };
  const change = (text: string) =>
    withCount(text, field.value, field.raw, name === 'posts' ? '0' : 'nothing');
  const state = expected.state ? JSON.parse(change(JSON.stringify(expected.state))) : {};
  const reading = readPage(parsePage(change(html)), expected.url, { state });
  const now = name === 'posts' ? reading.creator?.posts : reading.post?.likes;
  // The page writes this count in a form that is not changed here, or says it a second time.
  if (now?.value === field.value || now?.precision === 'rounded') return { pages: 0, faults: [] };
  const own = { ...expected, [part]: { ...expected[part], [name]: name === 'posts' ? 0 : undefined } };
  const faults = wrongFacts(reading, own);
  if (reading.kind !== expected.kind) faults.push(`kind ${reading.kind}`);
  if (
    name === 'likes' &&
    expected.kind === 'post' &&
    !reading.problems.some(({ field: named }) => named === 'likes')
  )
    faults.push('likes are missing, and no problem says so');
  return { pages: 1, faults: faults.map((fault) => `${page.name}: ${fault}`) };
}

function emptied(page: SiteFixture): Tried {
  const document = emptiedPage(page);
  if (!document) return { pages: 0, faults: [] };
  const { expected } = page;
  const reading = readPage(document, expected.url, {});
  const faults = wrongFacts(reading, { ...expected, products: [], comments: [] });
  // A captcha over a list is a wall once there is no list below it.
  const isLess = reading.kind === 'other' || (reading.kind === 'blocked' && /under-dialog/.test(page.name));
  if (reading.kind !== expected.kind && !isLess) faults.push(`kind ${reading.kind}`);
  return { pages: 1, faults: faults.map((fault) => `${page.name}: ${fault}`) };
}

function together(all: Tried[]): Tried {
  return {
    pages: all.reduce((sum, { pages }) => sum + pages, 0),
    faults: all.flatMap(({ faults }) => faults),
  };
}

/** Composes the pages of one cell and reads them. */
export function tryComposed(platform: string, kind: PageKind, situation: Situation): Tried {
  const pages = goodPages(platform, kind);
  if (situation === 'after-move') return afterMove(platform, kind);
  if (situation === 'login-wall' || situation === 'private' || situation === 'gone')
    return walled(platform, kind, situation);
  if (situation === 'hidden-likes') return together(pages.map((page) => counted(page, 'post', 'likes')));
  if (situation === 'zero-posts') {
    const still = pages.filter(({ name }) => !/after-move/.test(name));
    return together(
      /^(?:profile|group)$/.test(kind)
        ? pages.map((page) => counted(page, 'creator', 'posts'))
        : /^(?:search|listing|shop|inbox|feed)$/.test(kind)
          ? still.map(emptied)
          : [],
    );
  }
  return { pages: 0, faults: [] };
}
