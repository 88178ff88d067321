import type { PageKind } from '../../utils/domain/platform.ts';
import { readPage } from '../../utils/sites/read-page.ts';
import { siteOf } from '../../utils/sites/registry.ts';
import { renamed } from './moved-page.ts';
import { parsePage } from './parse-page.ts';
import { claims } from './reading-faults.ts';
import type { SiteFixture } from './site-fixtures.ts';
import { fixtures, goodPages, platformsWithFacts, type Tried } from './situation-files.ts';
import { fixtureNames, privateLooksGone, privateLooksWalled } from './situations.ts';

function addressesOf(platform: string, kind: PageKind): string[] {
  const facts = platformsWithFacts.find(({ id }) => id === platform)?.facts;
  const examples = facts?.examples.filter((example) => example.kind === kind).map(({ url }) => url) ?? [];
  return [...new Set([...examples, ...goodPages(platform, kind).map(({ expected }) => expected.url)])];
}

/** A page to log in as any site has one. */
const logIn =
  '<!doctype html><html lang="en"><title>Log in</title><form><input name="user"><input type="password"></form></html>';

/** What a server says when there is nothing at an address; it is told apart by its title. */
const notThere =
  '<!doctype html><html lang="en"><title>404 Not Found</title><h1>Not Found</h1><p>nginx/1.24</p></html>';

/** A wall or a refusal under another address: as it would name the page that was asked for. */
function addressed({ html, expected }: SiteFixture, url: string): string {
  const [from, to] = [expected.url, url].map((each) => siteOf(new URL(each))?.identify(new URL(each)));
  if (from?.handle && to?.handle) return renamed(html, from.handle, to.handle);
  return from?.id && to?.id ? renamed(html, from.id, to.id) : html;
}

/** Walls of a platform under every address of a kind: nothing is claimed from them. A page counts where it is known for what it is. */
export function walled(
  platform: string,
  kind: PageKind,
  situation: 'login-wall' | 'private' | 'gone',
): Tried {
  const cell = `${platform}/${kind}`;
  const looks =
    situation === 'private' && privateLooksGone.has(cell)
      ? 'gone'
      : situation === 'private' && privateLooksWalled.has(cell)
        ? 'login-wall'
        : situation;
  const walls = fixtures.filter(
    ({ platform: own, name, expected }) =>
      own === platform && expected.kind === 'blocked' && fixtureNames[looks].test(name),
  );
  const tried: Tried = { pages: 0, faults: [] };
  for (const url of addressesOf(platform, kind)) {
    const pages: [name: string, html: string][] = walls.map((wall) => [wall.name, addressed(wall, url)]);
    if (looks === 'login-wall') pages.push(['a page to log in', logIn]);
    if (looks === 'gone') {
      const reading = readPage(parsePage(notThere), url);
      if (reading.kind !== 'blocked') tried.faults.push(`404 at ${url}: ${reading.kind}`);
    }
    for (const [name, html] of pages) {
      const reading = readPage(parsePage(html), url);
      if (reading.kind === 'blocked') tried.pages += 1;
      else if (name === 'a page to log in') tried.faults.push(`${name} at ${url}: ${reading.kind}`);
      tried.faults.push(...claims(reading).map((claim) => `${name} at ${url}: ${claim}`));
    }
  }
  return tried;
}
