import { describe, expect, test } from 'vitest';
import { competitorSchema } from '../../../utils/domain/competitor.ts';
import { snapshotSchema } from '../../../utils/domain/snapshot.ts';
import { compareSnapshots } from '../../../utils/snapshots/compare-snapshots.ts';
import { pageLayout } from '../../../utils/snapshots/page-layout.ts';
import { textBlocks } from '../../../utils/snapshots/text-blocks.ts';
import { parsePage } from '../../support/parse-page.ts';
import { goods, listing, named } from '../../support/sample-readings.ts';

const url = 'https://bells.example/brass';
const reading = listing(goods(20));

function look(inner: string) {
  const document = parsePage(
    `<!doctype html><html><head><title>t</title></head><body>${inner}</body></html>`,
  );
  return { reading, text: textBlocks(document), layout: pageLayout(document, url) };
}

const hero = (picture: string) =>
  `<section class="hero"><img src="/files/${picture}.jpg?v=1" alt=""></section>`;
const rest =
  '<main><div class="page-width"><h1>Bells</h1><p>Made by hand in Lund.</p></div></main><footer><p>us</p></footer>';

describe('the layers of a look', () => {
  test('a banner with another picture; the same one in another size, or one that did not load, is none', () => {
    const before = look(hero('winter-sale') + rest);
    expect(named(compareSnapshots(before, look(hero('spring-is-here') + rest)))).toEqual(['layout banner']);
    expect(compareSnapshots(before, look(hero('winter-sale_600x') + rest))).toEqual([]);
    expect(compareSnapshots(before, look(`<section class="hero"></section>${rest}`))).toEqual([]);
    const elsewhere =
      '<section class="hero"><img src="https://img.pictures.example/8sh2k1q9.webp" alt=""></section>';
    expect(compareSnapshots(before, look(elsewhere + rest))).toEqual([]);
  });

  test('a page built in another way, with the share of it', () => {
    const rebuilt = `<article class="magazine"><header class="head"><h1>Bells</h1></header><div class="columns"><div class="wide"><p>Made by hand in Lund.</p></div></div></article>`;
    const [found] = compareSnapshots(look(hero('winter') + rest), look(hero('winter') + rebuilt));
    expect(found).toMatchObject({ kind: 'layout', key: 'page' });
    expect(found?.percent).toBeGreaterThan(40);
  });

  test('other class names of a new build, an advert and a notice are no other layout', () => {
    const page = (build: string, more = '') =>
      `<div class="Shell_root__${build}"><div class="css-${build}">${more}${rest}</div></div>`;
    expect(
      compareSnapshots(
        look(page('a1b2c3')),
        look(
          page(
            'x9y8z7',
            '<div class="cookie-consent"><p>Cookies?</p></div><div class="ads"><div><div>Buy</div></div></div>',
          ),
        ),
      ),
    ).toEqual([]);
  });

  test('a layer that failed is not compared, the others are', () => {
    const [before, after] = [look('<p>One thing</p>'), look('<p>Another thing</p>')];
    expect(named(compareSnapshots({ text: before.text }, after))).toEqual(['text body>p:1']);
    expect(compareSnapshots({ layout: before.layout }, { text: after.text })).toEqual([]);
  });

  test('of a wall only that it is one', () => {
    const wall = { ...look('<h1>Log in to go on</h1>'), reading: { ...reading, kind: 'blocked' as const } };
    const before = look(rest);
    expect(named(compareSnapshots(before, wall))).toEqual(['unreadable page']);
    expect(named(compareSnapshots(wall, before))).toEqual(['readable-again page']);
    expect(
      compareSnapshots(wall, { ...look('<h1>Prove that you are human</h1>'), reading: wall.reading }),
    ).toEqual([]);
  });
});

describe('the records', () => {
  const id = '01935b6e-7b7a-7000-8000-000000000001';
  const time = '2026-11-22T08:00:00.000Z';
  const hash = 'a'.repeat(64);
  const record = { id, createdAt: time, updatedAt: time };
  const snapshot = {
    ...record,
    competitorId: id,
    watchedPageId: id,
    takenAt: time,
    address: url,
    cause: 'button',
    status: { state: 'ok' },
    layers: {
      reading: { state: 'kept', hash, bytes: 900 },
      text: { state: 'kept', hash, bytes: 400 },
      picture: { state: 'missing', reason: 'no-permission' },
      layout: { state: 'missing', reason: 'too-large' },
    },
    pinned: false,
  };

  test('a snapshot keeps its layers by hash or says why one is missing', () => {
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true);
    const without = (layer: object) =>
      snapshotSchema.safeParse({ ...snapshot, layers: { ...snapshot.layers, text: layer } }).success;
    expect([
      without({}),
      without({ state: 'missing' }),
      without({ state: 'kept', hash: 'A', bytes: 1 }),
      without({ state: 'kept', hash, bytes: -1 }),
    ]).toEqual([false, false, false, false]);
    expect(snapshotSchema.safeParse({ ...snapshot, status: { state: 'unreadable' } }).success).toBe(false);
  });

  test('a competitor stored before there were mutes is still one', () => {
    const competitor = { ...record, name: 'Tidewater', tier: 'better', position: 1 };
    expect(competitorSchema.safeParse(competitor).success).toBe(true);
    expect(
      competitorSchema.safeParse({ ...competitor, mutes: [{ kind: 'title', by: 'person', since: time }] })
        .success,
    ).toBe(true);
  });
});
