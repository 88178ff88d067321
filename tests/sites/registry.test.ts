import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites/read-page.ts';
import { identify, siteOf, sites } from '../../utils/sites/registry.ts';
import { parsePage } from '../support/parse-page.ts';
import { familiesWithFacts, sitesWithFacts } from '../support/site-facts.ts';

const examples = sitesWithFacts.flatMap(({ site, facts }) =>
  facts.examples.map((example) => ({ ...example, platform: site.id, site })),
);

describe('the registry of sites', () => {
  it.each(examples)('$url is a $kind of $platform and of nobody else', ({ url, kind, site }) => {
    const address = new URL(url);
    expect(siteOf(address)).toBe(site);
    expect(identify(address)?.kind).toBe(kind);
    const others = sites.filter(
      (other) => other !== site && [...other.hosts, ...(other.passingHosts ?? [])].includes(address.hostname),
    );
    expect(others).toEqual([]);
  });

  it.each(examples)('$url keeps its identity under its canonical address', ({ url }) => {
    const identity = identify(new URL(url));
    const again = identify(new URL(identity?.url ?? ''));
    expect(again?.kind).toBe(identity?.kind);
    expect(again?.id).toBe(identity?.id);
    expect(again?.url).toBe(identity?.url);
    expect(identity?.url).not.toMatch(/utm_|igshid|[?&]s=20|[?&]si=/);
  });

  it('goes by the exact host', () => {
    for (const url of [
      'https://netflix.com/title',
      'https://notx.com/a',
      'https://x.com.evil.example/a',
      'https://instagram.com.evil.example/a/',
      'https://evil.example/https://x.com/a',
      'ftp://x.com/a',
      'javascript:alert(1)//x.com/a',
    ]) {
      expect(siteOf(new URL(url))).toBeNull();
    }
    expect(siteOf(new URL('https://X.COM/a'))?.id).toBe('x');
  });

  it.each(sites)('$id: hosts that only look like its own are nobody’s', (site) => {
    const patterns = [...site.hosts, ...(site.passingHosts ?? [])];
    const domains = patterns.filter((pattern) => pattern.startsWith('*.')).map((pattern) => pattern.slice(1));
    for (const pattern of patterns) {
      const host = pattern.replace('*.', '');
      const path = new URL(examples.find((example) => example.site === site)?.url ?? '').pathname;
      const others = [`not${host}`, `${host}.evil.example`, `my-${host}`, `evil.example/${host}`];
      // a word before a subdomain is another subdomain of the same site
      for (const other of others.filter((name) => !domains.some((domain) => name.endsWith(domain))))
        expect([other, siteOf(new URL(`https://${other}${path}`))?.id]).toEqual([other, undefined]);
    }
  });

  it('every address of the shop systems and of any other page is left to the page itself', () => {
    for (const { facts } of familiesWithFacts)
      for (const { url } of facts.examples) expect([url, siteOf(new URL(url))]).toEqual([url, null]);
  });

  it('has no profile where the first part of an address is a word of the site', () => {
    for (const url of [
      'https://x.com/settings',
      'https://x.com/i/premium',
      'https://x.com/lin/followers',
      'https://x.com/name-with-dash',
      'https://www.instagram.com/explore/',
      'https://www.instagram.com/legal/privacy/',
      'https://www.instagram.com/lin/followers/',
      'https://www.instagram.com/stories/lin/1/',
      'https://www.youtube.com/watch',
      'https://www.youtube.com/feed/subscriptions',
      'https://www.youtube.com/premium',
      'https://www.tiktok.com/about',
      'https://www.tiktok.com/@lin/live',
      'https://weibo.com/login.php',
      'https://weibo.com/p/1001',
      'https://m.weibo.cn/search?containerid=1',
    ]) {
      expect([url, identify(new URL(url))?.kind ?? null]).not.toEqual([url, 'profile']);
    }
  });

  it('gives one key to one profile under all its addresses', () => {
    const empty = parsePage('<!doctype html><html><head></head><body><main></main></body></html>');
    const key = (url: string) => readPage(empty, url).key;
    expect(key('https://www.instagram.com/Lin.Studio/?hl=de')).toBe(
      key('https://instagram.com/lin.studio/reels/'),
    );
    expect(key('https://twitter.com/Lin_Studio')).toBe(key('https://mobile.x.com/lin_studio/media?s=20'));
    expect(key('https://youtu.be/abcDEF12345?si=x')).toBe(key('https://www.youtube.com/shorts/abcDEF12345'));
    expect(key('https://weibo.cn/1234567890/profile')).toBe(key('https://m.weibo.cn/u/1234567890'));
  });
});
