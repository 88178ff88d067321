import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draw } from '../../../utils/domain/campaign.ts';
import { listFile } from '../../../utils/files/draw.ts';
import { bareHost } from '../../support/closed-roots.ts';
import {
  byWords,
  type FirefoxBrowsing,
  launchFirefox,
  readStores,
  until,
  wordsOn,
} from '../../support/firefox.ts';
import { closePopup, pressInPopup, sendInside } from '../../support/firefox-window.ts';

const watch = 'https://www.youtube.com/watch?v=k3ttleSn0w1';
/** Ten rows that the site uses again for whatever is scrolled to. */
const recycled = `
  for (let i = 0; i < 10; i++) list.append(thread(comment('visitor_' + i, 'count me in @friend_' + i, 'g' + i)));
  window.showFrom = (from) => {
    for (const [at, row] of [...list.children].entries()) {
      const i = from + at;
      row.querySelector('#author-text').href = '/@visitor_' + i;
      row.querySelector('#author-text').textContent = '@visitor_' + i;
      row.querySelector('#published-time-text a').href = '/watch?v=k3ttleSn0w1&lc=g' + i;
      row.querySelector('#content-text').textContent = i % 5 ? 'count me in @friend_' + i : 'hello, number ' + i;
    }
  };
`;

let firefox: FirefoxBrowsing;
let inside: Page;
beforeAll(async () => {
  firefox = await launchFirefox();
  inside = await firefox.openExtensionPage('dashboard.html#/campaigns');
  const html = readFileSync(join(import.meta.dirname, '../../fixtures/pages/living-youtube.html'), 'utf8');
  firefox.answers.set(watch, html.replace('</body>', `<script>${recycled}</script></body>`));
});
afterAll(() => firefox?.close());

/** The rule of the proof, by somebody who has only the published list and the seed. */
function byTheRule(list: string, seed: string, count: number): string[] {
  const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const hash = sha(list);
  const lines = list.split('\n').filter(Boolean);
  const score = (line: string) => sha(`${seed}\n${hash}\n${line}`);
  lines.sort((a, b) => (score(a) < score(b) ? -1 : 1));
  return [hash, ...lines.slice(0, count)];
}

test('entries of a living list are collected while scrolling, judged and drawn, and the draw is computed again', async () => {
  const details = {
    name: 'Winter giveaway',
    liveFrom: '2026-01-01T00:00:00.000Z',
    liveUntil: '2099-01-01T00:00:00.000Z',
    platforms: ['youtube'],
    posts: [watch],
    hashtags: [],
    countries: [],
    staff: ['visitor_3'],
    oneEach: true,
    conditions: [{ kind: 'mentions', count: 1 }],
    winners: 2,
    alternates: 1,
    answers: [],
  };
  const saved = await sendInside(inside, 'campaign.save', { operationId: crypto.randomUUID(), details });
  expect(saved).toMatchObject({ ok: true });
  const page = await firefox.openPage(watch);
  await page.bringToFront();
  await until('hosts beside the names', async () => (await page.$$(bareHost)).length >= 5);
  for (const from of [10, 20]) {
    await page.evaluate((at) => (window as unknown as { showFrom(at: number): void }).showFrom(at), from);
    await new Promise((done) => setTimeout(done, 900));
  }
  await pressInPopup(firefox, 'Collect 30 entries');
  const entries = await until('thirty entries', async () => {
    const { entries: all = [] } = await readStores(inside);
    return all.length === 30 ? all : undefined;
  });
  await closePopup(firefox);
  expect(entries[0]).toMatchObject({ author: { handle: 'visitor_0' }, text: 'count me in @friend_0' });

  await inside.bringToFront();
  await (await byWords(inside, 'a', 'Winter giveaway')).click();
  await until('the judged entries', async () => (await wordsOn(inside)).includes('In the draw (25)'));
  expect(await wordsOn(inside)).toContain('Out (5)');
  await (await byWords(inside, 'button', 'Draw')).click();
  await (await until('the seed', () => inside.$('.campaign-seed input'))).type('Lottery: 4 8 15');
  await (
    await until('the choice to draw early', () => inside.$('.campaign-part .check input[type="checkbox"]'))
  ).click();
  await (await byWords(inside, 'button', 'Draw 2 + 1')).click();
  const draw = await until('the draw', async () => {
    const { draws = [] } = await readStores(inside);
    return draws[0] as Draw | undefined;
  });
  const [hash, ...drawn] = byTheRule(listFile(draw.list), 'Lottery: 4 8 15', 3);
  expect(draw.listHash).toBe(hash);
  expect([...draw.winners, ...draw.alternates].map((place) => draw.list[place])).toEqual(drawn);
  const names = drawn.map((line) => `@${line.split('\t')[1]}`);
  await until('the winners on the screen', async () => {
    const shown = await inside.$$eval('.campaign-drawn .campaign-name', (all) =>
      all.map((one) => one.textContent),
    );
    return JSON.stringify(shown) === JSON.stringify(names);
  });
  await page.close();
});
