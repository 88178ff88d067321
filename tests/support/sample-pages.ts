import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/pages');

/** A page of invented people or shops, at the address where the platform has such pages. */
export interface SamplePage {
  url: string;
  file: string;
}

const page = (file: string, url: string): SamplePage => ({ url, file });

export const samplePages = {
  instagram: page('instagram-profile.html', 'https://www.instagram.com/mira.holm.ceramics/'),
  x: page('x-profile.html', 'https://x.com/tobias_fell'),
  youtube: page('youtube-profile.html', 'https://www.youtube.com/@KaffeekanneTV'),
  tiktok: page('tiktok-profile.html', 'https://www.tiktok.com/@lune.et.laine'),
  weibo: page('weibo-profile.html', 'https://weibo.com/u/7700123456'),
  shopify: page('shopify-product.html', 'https://nordlys-candles.example/products/beeswax-pillar'),
  linkInBio: page('link-in-bio.html', 'https://lin-ceramics.example/'),
  comments: page('youtube-comments.html', 'https://www.youtube.com/watch?v=k3ttleSn0w1'),
  loginWall: page('instagram-login-wall.html', 'https://www.instagram.com/behind.a.wall/'),
  deleted: page('instagram-deleted.html', 'https://www.instagram.com/gone.for.good/'),
  captcha: page('tiktok-captcha.html', 'https://www.tiktok.com/@behind.a.puzzle'),
} satisfies Record<string, SamplePage>;

export type SampleName = keyof typeof samplePages;

export function sampleHtml(name: SampleName): string {
  return readFileSync(join(folder, samplePages[name].file), 'utf8');
}

/**
 * The Instagram sample as the same person's page with other facts: replaces texts in the page.
 * @param changes what to look for → what stands there instead, everywhere
 */
export function changedSample(name: SampleName, changes: Record<string, string>): string {
  let html = sampleHtml(name);
  for (const [from, to] of Object.entries(changes)) {
    if (!html.includes(from)) throw new Error(`${samplePages[name].file} does not contain ${from}`);
    html = html.replaceAll(from, to);
  }
  return html;
}

const words = 'where did you get this bowl it looks like the one my aunt had before the move'.split(' ');

/**
 * A profile with a long list of comments below it, as a post opened over it has, each with a name, a text and a time.
 * The same count gives the same page.
 */
export function commentPage(count: number): string {
  const rows: string[] = [];
  for (let i = 0; i < count; i++) {
    const text = Array.from(
      { length: 4 + (i % 9) },
      (_, word) => words[(i * 7 + word * 3) % words.length],
    ).join(' ');
    const name = `visitor_${i.toString(36)}`;
    rows.push(
      `<li><div><a href="/${name}/"><b>${name}</b></a> <span dir="auto">${text}</span></div>` +
        `<a href="/p/C0mments/c/${17_000_000 + i}/"><time datetime="2026-11-${10 + (i % 10)}T08:00:00.000Z">${i % 10}d</time></a></li>`,
    );
  }
  return sampleHtml('instagram').replace(
    '<form id="search"',
    `<ul class="comments">${rows.join('\n')}</ul><form id="search"`,
  );
}
